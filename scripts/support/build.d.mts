export function buildIfNeeded(root: string, say?: (step: string) => void): Promise<void>;
