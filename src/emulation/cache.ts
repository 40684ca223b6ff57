/** Where emulators are kept between runs. Neither method throws. */
export interface EmulatorCache {
  /** An emulator for an architecture, as a file that lasts until the run ends; undefined when none is kept. */
  fetch(architecture: string): Promise<KeptEmulator | undefined>
  /** Keeps an emulator for later runs. */
  keep(architecture: string, emulator: KeptEmulator): Promise<void>
}

/** An emulator and its version. */
export interface KeptEmulator {
  readonly path: string
  /** QEMU's, such as `7.2.22`. */
  readonly version: string
}
