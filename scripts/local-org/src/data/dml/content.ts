/**
 * Files: a new ContentVersion makes its ContentDocument and links it to its owner and to the record of
 * FirstPublishLocationId; a further version of a document becomes its latest.
 * Source: Object Reference, ContentVersion and ContentDocumentLink.
 */
import type { Row } from './row';
import type { DataContext } from '../dataContext';
import { writeSystem, type SystemValues } from './systemWrite';
import { kernel } from '../../runtime/kernel';

export function publishVersions(data: DataContext, rows: Row[]): void {
  for (const row of rows) {
    const documentId = row.record.values.get('ContentDocumentId');
    if (typeof documentId === 'string') addVersion(data, row, documentId);
    else createDocument(data, row);
  }
}

function createDocument(data: DataContext, row: Row): void {
  const { values } = row.record;
  const owner = (values.get('OwnerId') as string | null) ?? kernel.tx.user.id;
  const document = writeSystem(data, 'ContentDocument', {
    Title: values.get('Title'),
    OwnerId: owner,
    FileType: values.get('FileType'),
    FileExtension: values.get('FileExtension'),
    ContentSize: values.get('ContentSize'),
    Description: values.get('Description'),
    PublishStatus: 'R',
    LatestPublishedVersionId: row.id
  });
  finishVersion(data, row, document, 1);
  link(data, document, owner, 'I');
  const location = values.get('FirstPublishLocationId');
  if (typeof location === 'string' && location !== owner) link(data, document, location, 'V');
}

function addVersion(data: DataContext, row: Row, documentId: string): void {
  const { database } = data;
  const count = database.all('SELECT count(*) FROM "ContentVersion" WHERE "ContentDocumentId" = ? AND "Id" <> ?', [
    documentId,
    row.id
  ]);
  database.run('UPDATE "ContentVersion" SET "IsLatest" = 0 WHERE "ContentDocumentId" = ?', [documentId]);
  database.run('UPDATE "ContentDocument" SET "LatestPublishedVersionId" = ? WHERE "Id" = ?', [row.id, documentId]);
  finishVersion(data, row, documentId, Number(count[0]![0]) + 1);
}

function finishVersion(data: DataContext, row: Row, documentId: string, version: number): void {
  const { values } = row.record;
  values.set('ContentDocumentId', documentId);
  values.set('IsLatest', true);
  values.set('VersionNumber', String(version));
  data.database.run(
    'UPDATE "ContentVersion" SET "ContentDocumentId" = ?, "IsLatest" = 1, "VersionNumber" = ? WHERE "Id" = ?',
    [documentId, String(version), row.id]
  );
}

function link(data: DataContext, documentId: string, entityId: string, shareType: string): void {
  const values: SystemValues = {
    ContentDocumentId: documentId,
    LinkedEntityId: entityId,
    ShareType: shareType,
    Visibility: 'AllUsers'
  };
  writeSystem(data, 'ContentDocumentLink', values);
}
