import { useEffect, useRef } from 'react'

type TextBox = HTMLInputElement | HTMLTextAreaElement
type Value = string | number | readonly string[] | undefined

/**
 * Keeps what was typed into a field of the server's page before its script ran: React would put the first state
 * over those words. Gives the ref for the field; `onText` hears those words once.
 */
export function useTypedEarly<Box extends TextBox>(value: Value, onText: ((text: string) => void) | undefined) {
  const box = useRef<Box>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was there before the script is asked about once
  useEffect(() => {
    const early = box.current?.value
    if (value !== undefined && early !== undefined && early !== value) onText?.(early)
  }, [])
  return box
}
