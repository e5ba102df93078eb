/** Words of the subscriptions: what an index says, what is kept of a subscription, what views are shown. */
import type { Conflict, PackRecords } from '../corpus-service';
import type { Fault } from '../types';

/** One entry of a pack's change log. */
export interface PackNote {
  version: string;
  date: string;
  text: string;
}

/** A pack index, checked (docs/pack-index.md). */
export interface PackIndex {
  id: string;
  title: string;
  version: string;
  /** ISO day. */
  date: string;
  license: string;
  publisher: string;
  homepage: string;
  /** How long an answer holds, in hours. */
  expiresHours: number;
  /** Bytes of the pack file as it lies on the host, and their SHA-256 in hex. */
  size: number;
  sha256: string;
  /** The same of the unpacked file, for hosts that unpack it on the way. */
  unpacked: { size: number; sha256: string } | null;
  /** Address of the pack file, relative to the index. */
  file: string;
  /** Newest first. */
  changes: PackNote[];
}

/** A subscription as it is kept. */
export interface Subscription {
  /** The pack's id. */
  id: string;
  /** Of the index. */
  url: string;
  /** Of the index as last taken in; empty where the host gives none. */
  etag: string;
  /** New versions are applied without being shown first. */
  automatic: boolean;
  /** ISO times of the last look and of the next. */
  checked: string;
  next: string;
  /** Looks that failed since the last good one, and why the last did. */
  failures: number;
  fault: Fault | null;
  index: PackIndex;
  /** SHA-256 of the version applied last: one that the reader took back is not applied again by itself. */
  taken: string;
  /** Conflicts of a version that was applied without being shown: the reader has still to see them. */
  unseen: { version: string; ids: string[] } | null;
}

/** A subscription as views show it. */
export interface SubscriptionView extends Omit<Subscription, 'etag' | 'taken' | 'failures' | 'unseen'> {
  /** Version in the corpus; null while the pack is removed. */
  installed: string | null;
  /** The index names a newer version. */
  available: boolean;
  /** Version that a roll-back would bring; null: there is none. */
  previous: string | null;
  /** Records that the installed version changed and the reader too, not yet settled. */
  conflicts: number;
}

/** What would be subscribed to, before anything is stored. */
export interface SubscriptionOffer {
  url: string;
  index: PackIndex;
  /** Version of a pack with this id that came from a file and would be replaced. */
  replaces: string | null;
}

/** Conflicts that an update left, cut at `SHOWN`. */
export interface UnseenConflicts {
  id: string;
  title: string;
  version: string;
  count: number;
  conflicts: Conflict[];
}

/** What an update would do. Lists are cut at `SHOWN`; counts are whole. */
export interface PackChanges extends PackRecords {
  id: string;
  title: string;
  from: string;
  to: string;
  /** SHA-256 of what was shown: only this is applied. */
  sha256: string;
  /** Entries of the change log since `from`, newest first. */
  notes: PackNote[];
  counts: { added: number; changed: number; removed: number; conflicts: number };
}
