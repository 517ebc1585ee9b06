/** Why the program cannot start, in one sentence for the operator. Nobody needs a stack for it. */
export class StartFailure extends Error {
  override name = 'StartFailure'
}
