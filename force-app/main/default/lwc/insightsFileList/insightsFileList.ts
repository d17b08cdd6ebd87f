import { LightningElement, api } from 'lwc';
import { downloadAddress, recordAddress } from 'c/insightsDownload';
import { fill, formatBytes, formatNumber } from 'c/insightsFormat';

import downloadLabel from '@salesforce/label/c.InsightsLogDownload';
import fileLabel from '@salesforce/label/c.InsightsLogFile';
import kindLabel from '@salesforce/label/c.InsightsLogFileKind';
import logLabel from '@salesforce/label/c.InsightsLogFileKindLog';
import newTabLabel from '@salesforce/label/c.InsightsLogNewTab';
import noFilesLabel from '@salesforce/label/c.InsightsLogNoFiles';
import noFilesMessage from '@salesforce/label/c.InsightsLogNoFilesMessage';
import rangeLabel from '@salesforce/label/c.InsightsLogFileRange';
import rejectedLabel from '@salesforce/label/c.InsightsLogFileKindRejected';
import rowsLabel from '@salesforce/label/c.InsightsLogFileRows';
import sizeLabel from '@salesforce/label/c.InsightsLogFileSize';
import tableLabel from '@salesforce/label/c.InsightsLogFiles';

/** A line of the table. */
interface Line {
  file: Apex.InsightsFileView;
  kind: string;
  rows: string;
  size: string;
  address: string;
  download: string;
}

/** The files of a run, each to be looked at or downloaded by itself. */
export default class InsightsFileList extends LightningElement {
  /** The files, in report order. */
  @api files: Apex.InsightsFileView[] = [];

  label = {
    downloadLabel,
    fileLabel,
    kindLabel,
    newTabLabel,
    noFilesLabel,
    noFilesMessage,
    rowsLabel,
    sizeLabel,
    tableLabel
  };

  get hasFiles(): boolean {
    return this.files.length > 0;
  }

  get lines(): Line[] {
    return this.files.map((file) => ({
      file,
      kind: file.kind === 'Rejected' ? rejectedLabel : logLabel,
      rows: fill(rangeLabel, formatNumber(file.firstRow), formatNumber(file.lastRow)),
      size: formatBytes(file.size),
      address: recordAddress(file.documentId),
      download: downloadAddress(file.versionId)
    }));
  }
}
