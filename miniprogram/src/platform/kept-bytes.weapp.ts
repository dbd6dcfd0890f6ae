import Taro from '@tarojs/taro';
import { exactBuffer } from './wire';

/** What was kept while the app has been open: still there when the phone has no room left. */
const held = new Map<string, Uint8Array>();

/**
 * Keeps bytes (a photo, a signature) on this phone under a name.
 * @returns whether they outlive the app; when false they can be read until it is closed
 */
export async function keepBytes(name: string, bytes: Uint8Array): Promise<boolean> {
  try {
    files().writeFileSync(pathOf(name), exactBuffer(bytes), 'binary');
    held.delete(name);
    return true;
  } catch {
    held.set(name, bytes);
    return false;
  }
}

/** The bytes under a name, or null. */
export async function readBytes(name: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(files().readFileSync(pathOf(name)) as ArrayBuffer);
  } catch {
    return held.get(name) ?? null;
  }
}

/** An address under which a page can show kept bytes, or null when they are gone. */
export async function showBytes(name: string, _type: string): Promise<string | null> {
  try {
    files().accessSync(pathOf(name));
    return pathOf(name);
  } catch {
    return null;
  }
}

export async function dropBytes(name: string): Promise<void> {
  held.delete(name);
  try {
    files().unlinkSync(pathOf(name));
  } catch {
    // It was gone already.
  }
}

/** The names of everything that is kept. */
export async function keptNames(): Promise<string[]> {
  try {
    return [...new Set([...held.keys(), ...files().readdirSync(directory())])];
  } catch {
    return [...held.keys()];
  }
}

const files = () => Taro.getFileSystemManager();

/** WeChat's place for an app's own files: 200 MB, kept until the app is removed. */
function directory(): string {
  return `${Taro.env.USER_DATA_PATH ?? ''}/kept`;
}

function pathOf(name: string): string {
  const folder = directory();
  try {
    files().accessSync(folder);
  } catch {
    files().mkdirSync(folder, true);
  }
  return `${folder}/${name}`;
}
