import type {Policy} from './contract.ts';
import {needsBackup} from './rules/needs-backup.ts';
import {needsDeletionProtection} from './rules/needs-deletion-protection.ts';
import {needsEncryption} from './rules/needs-encryption.ts';
import {needsOwner} from './rules/needs-owner.ts';
import {needsTwoZones} from './rules/needs-two-zones.ts';
import {noOpenAdminPort} from './rules/no-open-admin-port.ts';
import {noPublicStore} from './rules/no-public-store.ts';

/** Every policy about what is declared. One file each, named as its id; the same id stands in the message of the Terraform module. */
export const policies: readonly Policy[] = [
  needsOwner,
  needsTwoZones,
  noOpenAdminPort,
  noPublicStore,
  needsEncryption,
  needsDeletionProtection,
  needsBackup,
];
