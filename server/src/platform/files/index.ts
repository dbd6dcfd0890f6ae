export { Files, type PreparedFile } from './files';
export { StoredFile } from './files.entities';
