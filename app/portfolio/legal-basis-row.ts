import { readLegalBasis } from './legal-basis';

/** The columns of one citation: as it was cited, and beside it what could be read from it. */
export function legalBasisRow(citation: string) {
  const { cited, law, section, itemNo, isOldVersion } = readLegalBasis(citation);
  return { cited, law, section, item_no: itemNo, is_old_version: isOldVersion };
}
