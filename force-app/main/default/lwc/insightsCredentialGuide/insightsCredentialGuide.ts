import { LightningElement, api } from 'lwc';
import { fill } from 'c/insightsFormat';

import accessLabel from '@salesforce/label/c.InsightsAccountsGuideAccess';
import enterLabel from '@salesforce/label/c.InsightsAccountsGuideEnter';
import keyLabel from '@salesforce/label/c.InsightsAccountsGuideKey';
import linkLabel from '@salesforce/label/c.InsightsAccountsGuideLink';
import newTabLabel from '@salesforce/label/c.InsightsAccountsNewTab';
import openLabel from '@salesforce/label/c.InsightsAccountsGuideOpen';
import principalLabel from '@salesforce/label/c.InsightsAccountsGuidePrincipal';
import testLabel from '@salesforce/label/c.InsightsAccountsGuideTest';

/** How key and secret get to where Salesforce keeps them, step by step. */
export default class InsightsCredentialGuide extends LightningElement {
  /** The source whose credential is filled in. */
  @api source?: Apex.InsightsSourceView;

  label = { linkLabel, newTabLabel };

  get steps(): string[] {
    const principal = this.source?.principal;
    return [
      keyLabel,
      fill(openLabel, this.source?.label, this.source?.externalCredential),
      fill(principalLabel, principal),
      enterLabel,
      fill(accessLabel, principal),
      testLabel
    ];
  }

  get setupUrl(): string {
    return this.source?.setupUrl ?? '';
  }
}
