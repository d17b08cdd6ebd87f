import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import { downloadBase64 } from 'c/insightsDownload';
import { type Problem, toProblem } from 'c/insightsErrors';
import {
  type FieldType,
  type PlannedField,
  faultOf,
  mailAddress,
  mailText,
  planField,
  toNewField
} from 'c/insightsFieldPlan';
import { fill } from 'c/insightsFormat';
import { valuesOf } from 'c/insightsKeyChoice';

import fieldPackage from '@salesforce/apex/InsightsWizardController.fieldPackage';

import * as labels from './labels';
import { FAULTS, MAIL_WORDS, TYPE_OPTIONS } from './words';

interface Row extends PlannedField {
  fault: string | null;
  wantedLabel: string;
  types: { value: FieldType; label: string; isChosen: boolean }[];
}

/** From this length on, mail programs cut off what they are given by an address. */
const LONGEST_ADDRESS = 1900;
const SUFFIX = /__c$/i;

/**
 * Writes the request to the Salesforce admin for fields that the object lacks: which ones, the ready e-mail, and the same
 * fields as metadata that can be deployed.
 */
export default class InsightsFieldRequest extends LightningModal {
  /** API name of the object. */
  @api objectName = '';
  @api objectLabel = '';
  @api sample?: Apex.InsightsReportSample | null;
  /** API names of the fields that the object has. */
  @api existingFields: readonly string[] = [];
  /** Columns for which a field is most likely missing: those that are not mapped. */
  @api wantedColumns: readonly string[] = [];

  words = labels;
  planned: PlannedField[] = [];
  problem: Problem | null = null;
  copyState: 'copied' | 'failed' | null = null;
  busy = false;
  fileName = '';
  private shownFile = '';

  connectedCallback(): void {
    const names = new Set(this.taken);
    this.planned = (this.sample?.columns ?? []).map((column, index) => {
      const field = planField(column, valuesOf(this.sample, column.name ?? null), names, index + 1);
      names.add(field.name.toLowerCase());
      return { ...field, isWanted: this.wantedColumns.includes(field.column) };
    });
  }

  get taken(): Set<string> {
    return new Set(this.existingFields.map((name) => name.replace(SUFFIX, '').toLowerCase()));
  }

  get rows(): Row[] {
    const { taken } = this;
    return this.planned.map((field) => {
      const fault = field.isWanted ? faultOf(field, this.planned, taken) : null;
      return {
        ...field,
        fault: fault && FAULTS[fault],
        wantedLabel: fill(labels.requestWanted, field.column),
        types: TYPE_OPTIONS.map((option) => ({ ...option, isChosen: option.value === field.type }))
      };
    });
  }

  get wanted(): PlannedField[] {
    return this.planned.filter(({ isWanted }) => isWanted);
  }

  get hasNoColumns(): boolean {
    return this.planned.length === 0;
  }

  get isReady(): boolean {
    return this.wanted.length > 0 && this.rows.every(({ fault }) => fault === null);
  }

  get notReadyText(): string {
    return this.wanted.length === 0 ? labels.requestNone : '';
  }

  get mail(): { subject: string; body: string } {
    return mailText(this.wanted, this.objectLabel, this.objectName, MAIL_WORDS);
  }

  get mailAddress(): string {
    return mailAddress(this.mail.subject, this.mail.body);
  }

  get isLong(): boolean {
    return this.mailAddress.length > LONGEST_ADDRESS;
  }

  get copyText(): string {
    const texts = { copied: labels.requestCopied, failed: labels.requestCopyFailed };
    return this.copyState ? texts[this.copyState] : '';
  }

  get command(): string {
    return `sf project deploy start --metadata-dir ${this.fileName} --single-package --target-org sandbox`;
  }

  get downloadedText(): string {
    return this.fileName ? fill(labels.requestDownloaded, this.fileName) : '';
  }

  handleWanted(event: Event): void {
    this.change(event, { isWanted: (event.target as HTMLInputElement).checked });
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    this.change(event, { name: event.detail.value.trim().replace(SUFFIX, '') });
  }

  handleLabel(event: CustomEvent<{ value: string }>): void {
    this.change(event, { label: event.detail.value });
  }

  handleType(event: Event): void {
    this.change(event, { type: (event.target as HTMLSelectElement).value as FieldType });
  }

  async handleCopy(): Promise<void> {
    const { subject, body } = this.mail;
    try {
      await navigator.clipboard.writeText(`${labels.requestSubject}: ${subject}\n\n${body}`);
      this.copyState = 'copied';
    } catch {
      // Browsers may forbid it: the text is marked, so that the user can copy it by keyboard.
      const text = this.template!.querySelector('[data-id="body"]');
      if (text) {
        window.getSelection()?.selectAllChildren(text);
      }
      this.copyState = 'failed';
    }
  }

  async handleDownload(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      const file = await fieldPackage({ objectName: this.objectName, fields: this.wanted.map(toNewField) });
      downloadBase64(file.fileName ?? '', file.base64 ?? '');
      this.fileName = file.fileName ?? '';
    } catch (error) {
      this.problem = toProblem(error);
    }
    this.busy = false;
  }

  /** What follows from the download stands at the end of a long window. */
  renderedCallback(): void {
    if (this.fileName !== this.shownFile) {
      this.shownFile = this.fileName;
      this.template!.querySelector('[data-id="command"]')?.scrollIntoView?.({ block: 'nearest' });
    }
  }

  handleClose(): void {
    this.close();
  }

  private change(event: Event, values: Partial<PlannedField>): void {
    const { column } = (event.target as HTMLElement).dataset;
    this.planned = this.planned.map((field) => (field.column === column ? { ...field, ...values } : field));
    this.copyState = null;
    this.fileName = '';
  }
}
