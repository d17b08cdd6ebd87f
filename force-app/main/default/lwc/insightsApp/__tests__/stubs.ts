import { LightningElement, api } from 'lwc';

/** What the app has asked of the grid. */
export const asked = jest.fn();

/** The grid, which is tested by itself. */
export class Integrations extends LightningElement {
  @api focus(): void {
    asked('focus');
  }

  @api refresh(): void {
    asked('refresh');
  }

  @api runIntegration(integrationId: string): void {
    asked('run', integrationId);
  }

  @api openLog(integrationId: string, runId?: string): void {
    asked('log', integrationId, runId);
  }
}

/** The accounts, which are tested by themselves. */
export class Accounts extends LightningElement {}

/** The wizard, which is tested by itself. */
export class Wizard extends LightningElement {
  @api integrationId?: string;
  @api step?: string;
}
