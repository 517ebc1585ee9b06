import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Keeps TipTap from making links of addresses that others wrote, or that were there when the pad was opened: reading a pad must not write
 * into it, and of many readers each would. In code an address stays as it is.
 */
export const OwnLinksOnly = Extension.create({
  name: 'ownLinksOnly',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('ownLinksOnly'),
      filterTransaction(transaction) {
        if (isOthers(transaction) || isInCode(transaction)) transaction.setMeta('preventAutolink', true)
        return true
      },
    }),
  ],
})

const isOthers = (transaction: Transaction): boolean => transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true

const isInCode = ({ selection }: Transaction): boolean => selection.$from.parent.attrs.kind === 'code'
