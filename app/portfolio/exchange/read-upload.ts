import type { SourceProblem } from '../read-source';
import { filesField, formLimits } from './limits';
import { unpackUpload } from './unpack';
import type { UploadedFile } from './uploaded-file';

export type UploadReading =
  | { readonly ok: true; readonly files: readonly UploadedFile[] }
  /** Nothing was chosen, or something that cannot even be opened. */
  | { readonly ok: false; readonly problems: readonly SourceProblem[] };

/** The files of a form, archives opened; refused whole where one of them cannot be taken in. */
export async function readUpload(form: FormData): Promise<UploadReading> {
  const uploads = await Promise.all(form.getAll(filesField).filter(isChosen).map(bytesOf));
  if (uploads.length === 0) return { ok: false, problems: [] };
  const { files, problems } = unpackUpload(uploads, formLimits);
  return problems.length > 0 || files.length === 0 ? { ok: false, problems } : { ok: true, files };
}

/** A field of files in which nothing was chosen is sent as one empty file without a name. */
function isChosen(entry: FormDataEntryValue): entry is File {
  return typeof entry !== 'string' && (entry.name !== '' || entry.size > 0);
}

async function bytesOf(file: File): Promise<UploadedFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
