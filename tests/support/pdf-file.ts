/** Reads a finished PDF through qpdf and poppler, without any code of our own engine. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDict;
export interface PdfDict {
  [key: string]: PdfValue | undefined;
}

/** A name ('/Link') or reference ('12 0 R') as qpdf writes it; empty for anything else. */
export function nameOf(value: PdfValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

interface QpdfObject {
  value?: PdfValue;
  stream?: { dict: PdfDict; data?: string };
}

/** All objects of a file by reference ("12 0 R"), as qpdf sees them: names "/X", texts "u:X". */
export class PdfObjects {
  constructor(private readonly objects: Readonly<Record<string, QpdfObject>>) {}

  get references(): string[] {
    return Object.keys(this.objects)
      .filter((key) => key.startsWith('obj:'))
      .map((key) => key.slice(4));
  }

  /** Follows a reference; a stream gives its dictionary. */
  get(value: PdfValue | undefined): PdfValue | undefined {
    if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
    const object = this.objects[`obj:${value}`];
    return object?.stream ? object.stream.dict : object?.value;
  }

  dict(value: PdfValue | undefined): PdfDict {
    const found = this.get(value);
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : {};
  }

  list(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value);
    if (Array.isArray(found)) return found;
    return found === undefined || found === null ? [] : [found];
  }

  text(value: PdfValue | undefined): string {
    const found = this.get(value);
    return typeof found === 'string' ? found.replace(/^u:/, '') : '';
  }

  stream(reference: PdfValue | undefined): Buffer {
    const data = typeof reference === 'string' ? this.objects[`obj:${reference}`]?.stream?.data : undefined;
    return Buffer.from(data ?? '', 'base64');
  }

  get trailer(): PdfDict {
    return this.dict(this.objects.trailer?.value);
  }

  get catalogue(): PdfDict {
    return this.dict(this.trailer['/Root']);
  }

  /** References of the pages in their order. */
  get pages(): string[] {
    const kids = (node: PdfDict): string[] =>
      this.list(node['/Kids']).flatMap((kid) => {
        const dict = this.dict(kid);
        return dict['/Type'] === '/Pages' ? kids(dict) : [nameOf(kid)];
      });
    return kids(this.dict(this.catalogue['/Pages']));
  }
}

export function readObjects(pdf: Uint8Array): PdfObjects {
  const args = ['--json=2', '--json-stream-data=inline', '--decode-level=generalized'];
  const json = JSON.parse(run('qpdf', args, pdf)) as { qpdf: [unknown, Record<string, QpdfObject>] };
  return new PdfObjects(json.qpdf[1]);
}

/** The texts in reading order, as a screen reader gets them: one entry per marked content. */
export function structureText(pdf: Uint8Array): string[] {
  const lines = run('pdfinfo', ['-struct-text'], pdf).split('\n');
  return lines.flatMap((line) => /^\s*"(.*)"$/.exec(line)?.[1] ?? []);
}

/** What stands on each page, artifacts included. */
export function pageTexts(pdf: Uint8Array): string[] {
  return run('pdftotext', ['-layout'], pdf, '-').split('\f').slice(0, -1);
}

/** Attached files by name. */
export function attachments(pdf: Uint8Array): Map<string, Buffer> {
  return inTemporaryFolder(pdf, (file, folder) => {
    const listed = execFileSync('pdfdetach', ['-list', file], { encoding: 'utf8' });
    const names = [...listed.matchAll(/^\d+: (.+)$/gm)].map((match) => match[1] ?? '');
    const contents = names.map((name, index): [string, Buffer] => {
      const target = path.join(folder, `${index}`);
      execFileSync('pdfdetach', ['-save', String(index + 1), '-o', target, file]);
      return [name, readFileSync(target)];
    });
    return new Map(contents);
  });
}

/** Standard output of a tool called with the PDF as a file. */
export function run(tool: string, args: readonly string[], pdf: Uint8Array, ...after: string[]): string {
  return inTemporaryFolder(pdf, (file) =>
    execFileSync(tool, [...args, file, ...after], { encoding: 'utf8', maxBuffer: 2 ** 29 }),
  );
}

function inTemporaryFolder<T>(pdf: Uint8Array, work: (file: string, folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), 'pdf-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return work(file, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
