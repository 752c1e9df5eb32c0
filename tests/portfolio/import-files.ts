import { readdirSync, readFileSync } from 'node:fs';
import type { UploadedFile } from '~/portfolio/exchange/uploaded-file';

const folder = 'db/example/portfolio';

/** The 25 files of the example, as bytes. */
export function exampleFiles(): UploadedFile[] {
  return readdirSync(folder).map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
}

export const caseManagerText = readFileSync(`${folder}/case-manager.json`, 'utf8');

/** A file of this text; under the name that the slug asks for. */
export function aFile(text: string, name = 'case-manager.json'): UploadedFile {
  return { name, bytes: Buffer.from(text) };
}

/** Case-Manager under another slug, with changes. */
export function aMeasure(slug: string, changes: Readonly<Record<string, unknown>> = {}): UploadedFile {
  const content = { ...(JSON.parse(caseManagerText) as object), slug, ...changes };
  return aFile(JSON.stringify(content, null, 2), `${slug}.json`);
}
