import { FollowBar } from './follow-bar.tsx'
import { openFollowing } from './following.ts'
import { PeopleList } from './people-list.tsx'
import { tellAway } from './tell-away.ts'

/** What the list of people here is made of; it comes after the editor. */
export const peopleParts = { FollowBar, openFollowing, PeopleList, tellAway }
