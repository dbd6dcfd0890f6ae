/** The phone's own files, as FileSystemManager shows them; in memory. */
export class Files {
  private readonly contents = new Map<string, Buffer>();
  private readonly folders = new Set<string>();

  put(path: string, bytes: Buffer): string {
    this.contents.set(path, bytes);
    return path;
  }

  readonly manager = {
    accessSync: (path: string) => {
      if (!this.contents.has(path) && !this.folders.has(path)) throw new Error(`accessSync:fail no such file ${path}`);
    },
    mkdirSync: (path: string) => void this.folders.add(path),
    readdirSync: (path: string) =>
      [...this.contents.keys()]
        .filter((file) => file.startsWith(`${path}/`))
        .map((file) => file.slice(path.length + 1)),
    readFileSync: (path: string): ArrayBuffer => {
      const bytes = this.contents.get(path);
      if (!bytes) throw new Error(`readFileSync:fail no such file ${path}`);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    },
    writeFileSync: (path: string, content: ArrayBuffer) => void this.contents.set(path, Buffer.from(content)),
    unlinkSync: (path: string) => {
      if (!this.contents.delete(path)) throw new Error(`unlinkSync:fail no such file ${path}`);
    },
  };
}
