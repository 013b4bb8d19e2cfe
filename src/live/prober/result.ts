/** One answer of a probe. */
export interface ProbeResult {
  /** When it was asked, milliseconds by the caller's clock. */
  readonly at: number;
  readonly ok: boolean;
  readonly latencyMs: number;
  /** The status code, or why there was none; for a certificate, when it ends. Words of ours, never of the target. */
  readonly detail: string;
  /** Days until the certificate ends, with fractions; for `tls://` only, and absent where no valid one was shown. */
  readonly daysLeft?: number;
}
