export { Audit, type AuditFact } from './audit';
export { AuditEntry, AuditHead } from './audit.entities';
export { sealAudit } from './sealer';
export { verifyAudit, type ChainPoint, type ChainReport } from './verify';
export { wordsOf } from './words';
