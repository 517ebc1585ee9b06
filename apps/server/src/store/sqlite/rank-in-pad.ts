/** Who asks: `@organiser` is 1 for whoever holds the key, `@person` an id or '', `@at` the moment (milliseconds since 1970). */
export type RankParameters = { organiser: number; person: string; at: number }

/** The tables that `RANK_IN_PAD` reads, for a FROM. */
export const PLACE_OF_PAD = `
  pad LEFT JOIN session ON session.pad = pad.name
      LEFT JOIN pad_access ON pad_access.pad = pad.name
      LEFT JOIN event_access ON event_access.event = session.event`

/**
 * What somebody is in a pad, for queries over many of them: -1 if they may not read it, 0 for a reader, 1 for an editor, 2 for a
 * moderator, 3 for an organiser. The same as `roleOf` decides for one pad; a contract test holds them together.
 */
export const RANK_IN_PAD = `
  min(CASE WHEN @organiser = 0 AND EXISTS (
    SELECT 1 FROM person_block WHERE person_block.event = session.event AND person_block.person = @person
  ) THEN 0 ELSE 3 END, max(
    @organiser * 4 - 1,
    CASE coalesce(pad_access.access, event_access.access, 'open') WHEN 'open' THEN 1 WHEN 'by-link' THEN 0 ELSE -1 END,
    coalesce((
      SELECT max(CASE role_link.role WHEN 'reader' THEN 0 WHEN 'editor' THEN 1 WHEN 'moderator' THEN 2 ELSE 3 END)
      FROM role_grant JOIN role_link ON role_link.id = role_grant.link
      WHERE role_grant.person = @person AND role_link.revoked_at IS NULL
        AND (role_link.expires_at IS NULL OR role_link.expires_at > @at)
        AND (role_link.pad = pad.name
          OR role_link.event = session.event AND (role_link.track IS NULL OR role_link.track = session.track))
    ), -1)
  ))`
