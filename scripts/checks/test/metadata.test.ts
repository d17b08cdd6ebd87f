import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metadata } from '../checks/metadata';
import { apexClass, find, messages } from './project';

const FIELD = 'force-app/main/default/objects/Visit__c/fields/Length__c.field-meta.xml';

function field(content: string): Record<string, string> {
  const root = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">${content}</CustomField>`;
  return { [FIELD]: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n` };
}

const WHOLE =
  '<fullName>Length__c</fullName><description>Minutes.</description><label>Length</label><type>Number</type>';

describe('metadata', () => {
  it('accepts a whole field', async (context) => {
    assert.equal(messages(await find(context, metadata, field(WHOLE))), '');
  });

  const faults: readonly (readonly [string, string, RegExp])[] = [
    ['an unknown element', `${WHOLE}<lenght>1</lenght>`, /CustomField has no element lenght/],
    ['a value that is none of the list', WHOLE.replace('Number', 'Nummer'), /type is "Nummer", not one of/],
    ['a wrong number', `${WHOLE}<scale>two</scale>`, /scale is "two", not a number/],
    ['a wrong boolean', `${WHOLE}<unique>yes</unique>`, /unique is "yes", not true or false/],
    ['an element that may stand once', `${WHOLE}<label>Again</label>`, /allows label only once/],
    [
      'a field without a description',
      WHOLE.replace(/<description>.*<\/description>/, ''),
      /Length__c has no description/
    ],
    [
      'a formula with a label that does not exist',
      `${WHOLE}<formula>$Label.Nothing</formula>`,
      /no custom label Nothing/
    ],
    ['malformed XML', `${WHOLE}<formula>`, /Not well-formed/]
  ];
  for (const [name, content, expected] of faults) {
    it(`finds ${name}`, async (context) => {
      assert.match(messages(await find(context, metadata, field(content))), expected);
    });
  }

  it('finds a missing required element, a scattered list and a wrong root', async (context) => {
    const folder = 'force-app/main/default';
    const xml = (root: string, content: string): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
    const granted = '<classAccesses><apexClass>A</apexClass><enabled>true</enabled></classAccesses>';
    const text = messages(
      await find(context, metadata, {
        [`${folder}/permissionsets/P.permissionset-meta.xml`]: xml(
          'PermissionSet',
          `${granted}<label>P</label>${granted.replace('>A<', '>B<')}`
        ),
        [`${folder}/externalCredentials/C.externalCredential-meta.xml`]: xml('ExternalCredential', '<label>C</label>'),
        [`${folder}/tabs/T.tab-meta.xml`]: xml('Tabb', '')
      })
    );
    assert.match(text, /classAccesses is scattered/);
    assert.match(text, /ExternalCredential requires the element authenticationProtocol/);
    assert.match(text, /There is no metadata type Tabb/);
  });

  it('accepts what a component says of its targets, and finds what it says wrongly of itself', async (context) => {
    const file = 'force-app/main/default/lwc/visit/visit.js-meta.xml';
    const bundle = (exposed: string): Record<string, string> => ({
      [file]: `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>65.0</apiVersion>
  <isExposed>${exposed}</isExposed>
  <targets><target>lightning__RecordPage</target></targets>
  <targetConfigs>
    <targetConfig targets="lightning__RecordPage"><objects><object>Visit__c</object></objects></targetConfig>
  </targetConfigs>
</LightningComponentBundle>
`
    });
    assert.equal(messages(await find(context, metadata, bundle('true'))), '');
    assert.match(messages(await find(context, metadata, bundle('yes'))), /isExposed is "yes", not true or false/);
  });

  it('finds labels that Apex and components name and nobody declares', async (context) => {
    const text = messages(
      await find(context, metadata, {
        ...apexClass(
          'Speaker',
          'public class Speaker { String a = System.Label.Missing; String b = Label.ns.Theirs; }'
        ),
        'force-app/main/default/lwc/speaker/speaker.ts':
          "import title from '@salesforce/label/c.Absent';\nexport default title;\n"
      })
    );
    assert.match(text, /Speaker\.cls:1 .*no custom label Missing/);
    assert.match(text, /speaker\.ts:1 .*no custom label Absent/);
    assert.doesNotMatch(text, /Theirs/);
  });

  it('finds a class without its meta file, and a meta file without its class', async (context) => {
    const files = apexClass('Alone', 'public class Alone {}');
    const [source = '', meta = ''] = Object.keys(files);
    assert.match(messages(await find(context, metadata, { [source]: files[source]! })), /-meta\.xml file is missing/);
    assert.match(
      messages(await find(context, metadata, { [meta]: files[meta]! })),
      /source that it describes is missing/
    );
  });

  describe('in reports and dashboards', () => {
    const folder = 'force-app/main/default';
    const xml = (root: string, content: string): string =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://soap.sforce.com/2006/04/metadata">${content}</${root}>\n`;
    const report = (content: string, name = 'Visits'): Record<string, string> => ({
      ...field(WHOLE),
      [`${folder}/reports/Visits.reportFolder-meta.xml`]: xml('ReportFolder', '<name>Visits</name>'),
      [`${folder}/reports/Visits/Lengths.report-meta.xml`]: xml(
        'Report',
        `${content}<format>Summary</format><name>${name}</name><reportType>CustomEntity$Visit__c</reportType>`
      )
    });
    const columns = (name: string): string => `<columns><field>${name}</field></columns>`;
    const groups = (name: string): string =>
      `<groupingsDown><field>${name}</field><sortOrder>Asc</sortOrder></groupingsDown>`;
    const dashboard = (component: string): Record<string, string> => ({
      [`${folder}/dashboards/Visits.dashboardFolder-meta.xml`]: xml('DashboardFolder', '<name>Visits</name>'),
      [`${folder}/dashboards/Visits/All.dashboard-meta.xml`]: xml(
        'Dashboard',
        '<backgroundEndColor>#FFFFFF</backgroundEndColor><backgroundFadeDirection>Diagonal</backgroundFadeDirection>' +
          '<backgroundStartColor>#FFFFFF</backgroundStartColor><dashboardGridLayout><dashboardGridComponents>' +
          `<colSpan>1</colSpan><columnIndex>0</columnIndex><dashboardComponent>${component}</dashboardComponent>` +
          '<rowIndex>0</rowIndex><rowSpan>1</rowSpan></dashboardGridComponents><numberOfColumns>12</numberOfColumns>' +
          '<rowHeight>36</rowHeight></dashboardGridLayout><textColor>#000000</textColor><title>All</title>' +
          '<titleColor>#000000</titleColor><titleSize>12</titleSize>'
      )
    });
    const column = (name: string, source: string): string =>
      `<chartSummary><column>${name}</column></chartSummary><componentType>Bar</componentType><report>${source}</report>`;

    it('accepts fields and reports that exist', async (context) => {
      const files = {
        ...report(columns('CUST_NAME') + groups('Visit__c.Length__c')),
        ...dashboard(column('Visit__c.Length__c', 'Visits/Lengths'))
      };
      assert.equal(messages(await find(context, metadata, files)), '');
    });

    it('looks into every package directory, at a dashboard beside the reports that it shows', async (context) => {
      const apart = (files: Record<string, string>): Record<string, string> =>
        Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace('force-app', 'apart'), text]));
      const project = { packageDirectories: [{ path: 'force-app' }, { path: 'apart' }] };
      const files = {
        'sfdx-project.json': JSON.stringify(project),
        ...report(columns('Visit__c.Length__c')),
        ...apart(dashboard(column('Visit__c.Length__c', 'Visits/Lengths')))
      };
      assert.equal(messages(await find(context, metadata, files)), '');

      const broken = { ...files, ...apart(dashboard(column('Visit__c.Length__c', 'Visits/Gone'))) };
      assert.match(messages(await find(context, metadata, broken)), /apart.*There is no report Visits\/Gone/);
    });

    const faulty: readonly (readonly [string, Record<string, string>, RegExp])[] = [
      ['a field that does not exist', report(columns('Visit__c.Width__c')), /There is no field Visit__c\.Width__c/],
      [
        'a field of an object that the report type lacks',
        { ...report(columns('Visit__c.Length__c')), ...report(columns('Other__c.Length__c')), ...other() },
        /CustomEntity\$Visit__c has no fields of Other__c/
      ],
      [
        'a column that groups already',
        report(columns('Visit__c.Length__c') + groups('Visit__c.Length__c')),
        /groups the report and cannot be a column too/
      ],
      ['a name that is too long', report('', 'Visits '.repeat(6)), /longer than 40 characters/],
      [
        'a dashboard of a report that does not exist',
        { ...report(''), ...dashboard(column('RowCount', 'Visits/Gone')) },
        /There is no report Visits\/Gone/
      ],
      [
        'a dashboard of a column that its report does not show',
        { ...report(''), ...dashboard(column('Visit__c.Length__c', 'Visits/Lengths')) },
        /The report Visits\/Lengths does not show Visit__c\.Length__c/
      ]
    ];
    for (const [name, files, expected] of faulty) {
      it(`finds ${name}`, async (context) => {
        assert.match(messages(await find(context, metadata, files)), expected);
      });
    }

    it('finds a report whose folder is not described', async (context) => {
      const { [`${folder}/reports/Visits.reportFolder-meta.xml`]: _, ...files } = report('');
      assert.match(messages(await find(context, metadata, files)), /has no Visits\.reportFolder-meta\.xml/);
    });

    function other(): Record<string, string> {
      return { [FIELD.replace('Visit__c', 'Other__c')]: Object.values(field(WHOLE))[0] ?? '' };
    }
  });
});
