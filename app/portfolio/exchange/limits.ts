/** How much may come in at once. */
export interface UploadLimits {
  /** Of one file or archive as it arrives. */
  readonly uploadBytes: number;
  /** Of all files together, unpacked. */
  readonly totalBytes: number;
  /** Of one portfolio file; the longest of the example has less than a thirtieth of it. */
  readonly fileBytes: number;
  readonly files: number;
  /** Unpacked size of an entry over its packed size; portfolio files stay below 20. */
  readonly ratio: number;
}

/** Name of the form's field that carries files. */
export const filesField = 'files';

/** For the form: everything is checked while people wait for the page. */
export const formLimits: UploadLimits = {
  uploadBytes: 8 * 1024 * 1024,
  totalBytes: 16 * 1024 * 1024,
  fileBytes: 512 * 1024,
  files: 500,
  ratio: 100,
};

/** For each argument of the command line. Single files are read in batches: many of them cost no memory. */
export const commandLimits: UploadLimits = {
  uploadBytes: 64 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  fileBytes: 512 * 1024,
  files: 20_000,
  ratio: 100,
};

/** "8 MB", "512 kB". */
export function sizeText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return megabytes >= 1
    ? `${megabytes.toLocaleString('de-DE', { maximumFractionDigits: 1 })}\u00a0MB`
    : `${Math.ceil(bytes / 1024).toLocaleString('de-DE')}\u00a0kB`;
}
