import { LightningElement, api } from 'lwc';
import { fill, formatList, formatNumber } from 'c/insightsFormat';
import { NOTHING, type Resource } from 'c/insightsResource';

import matchAmbiguous from '@salesforce/label/c.InsightsWizardMatchAmbiguous';
import matchBlank from '@salesforce/label/c.InsightsWizardMatchBlank';
import matchConverted from '@salesforce/label/c.InsightsWizardMatchConverted';
import matchExamples from '@salesforce/label/c.InsightsWizardMatchExamples';
import matchInvalid from '@salesforce/label/c.InsightsWizardMatchInvalid';
import matchLoading from '@salesforce/label/c.InsightsWizardMatchLoading';
import matchNone from '@salesforce/label/c.InsightsWizardMatchNone';
import matchOne from '@salesforce/label/c.InsightsWizardMatchOne';
import matchSummary from '@salesforce/label/c.InsightsWizardMatchSummary';
import matchUnmatched from '@salesforce/label/c.InsightsWizardMatchUnmatched';

interface Part {
  key: string;
  text: string;
  examples: string;
}

/**
 * How many rows of the sample would find their record by the chosen key, and what becomes of the others.
 * @fires retry when the user wants to count again
 */
export default class InsightsKeyMatch extends LightningElement {
  @api match: Resource<Apex.InsightsMatchSample> = NOTHING;
  @api objectLabel = '';

  label = { matchLoading, matchNone };

  get result(): Apex.InsightsMatchSample {
    return this.match.value ?? {};
  }

  get summary(): string {
    const { matched, sampled } = this.result;
    return fill(matchSummary, formatNumber(matched ?? 0), formatNumber(sampled ?? 0));
  }

  get isNone(): boolean {
    return (this.result.matched ?? 0) === 0 && (this.result.sampled ?? 0) > 0;
  }

  get iconName(): string {
    return this.isNone ? 'utility:warning' : 'utility:success';
  }

  get iconVariant(): string {
    return this.isNone ? 'warning' : 'success';
  }

  get parts(): Part[] {
    const result = this.result;
    const all: [string, string, number | null | undefined, string[]?][] = [
      ['matched', matchOne, result.matched],
      ['unmatched', matchUnmatched, result.unmatched, result.unmatchedExamples ?? []],
      ['ambiguous', matchAmbiguous, result.ambiguous, result.ambiguousExamples ?? []],
      ['converted', matchConverted, result.converted],
      ['blank', matchBlank, result.blank],
      ['invalid', matchInvalid, result.invalid, result.invalidExamples ?? []]
    ];
    return all
      .filter(([, , count]) => count)
      .map(([key, template, count, examples = []]) => ({
        key,
        text: fill(template, formatNumber(count), this.objectLabel),
        examples: examples.length > 0 ? fill(matchExamples, formatList([...examples])) : ''
      }));
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
