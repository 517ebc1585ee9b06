/** Many numbers, and their percentiles. */
export class Samples {
  #values = new Float64Array(1024)
  count = 0

  add(value) {
    if (this.count === this.#values.length) {
      const larger = new Float64Array(this.count * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.count] = value
    this.count += 1
  }

  percentiles() {
    const sorted = this.#values.slice(0, this.count).sort()
    const at = (share) => sorted[Math.min(this.count - 1, Math.floor(this.count * share))]
    return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  }
}
