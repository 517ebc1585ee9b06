/** Counts what is looked at while texts are compared: a character, a place, a text. At `most` it is enough. */
export class Work {
  done = 0
  readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get isEnough(): boolean {
    return this.done >= this.most
  }
}
