import type { BodyOf } from '@/api';

export type VisitBody = BodyOf<'post', '/api/visits'>;

export interface WaitingFile {
  sha256: string;
  type: 'image/jpeg' | 'image/png';
  sent: boolean;
  /** Why the service will never take it, in words. */
  refused: string | null;
}

/** A record that was handed in and has not been received with all its files. Its id never changes. */
export interface WaitingVisit {
  /** Who wrote it: it is sent in this account's name or not at all. */
  accountId: string;
  elderName: string;
  body: VisitBody;
  /** Scanned without a network: told to the service before the record. */
  checkIn: { id: string; code: string; at: number } | null;
  files: WaitingFile[];
  keptAt: number;
  received: { number: string; receivedAt: number } | null;
  /** The service said no, and would say no again. */
  refused: { code: string; message: string } | null;
  /** Whether it outlives the app. False when the device has no room: then nobody may believe it is safe. */
  kept: boolean;
}

/** The name under which the bytes of a visit's file are kept. */
export const bytesName = (visitId: string, sha256: string): string => `${visitId}.${sha256}`;
