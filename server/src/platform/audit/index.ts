export { Audit, type AuditFact } from './audit';
export { AuditEntry, AuditHead } from './audit.entities';
export { sealAudit, verifyAudit, type ChainReport } from './sealer';
