import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { folderWith, localOrg } from './support';

describe('local-org exec', () => {
  it('prints debug lines on standard output, and ends with 0', () => {
    const { code, stdout, stderr } = localOrg(['exec', '-'], `System.debug('grüezi');\nSystem.debug(1 + 1);`);
    assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: 'grüezi\n2\n', stderr: '' });
  });

  it('prints an uncaught exception with its type, message and place, and ends with 1', () => {
    const { code, stdout, stderr } = localOrg(['exec', '-'], `System.debug('before');\nInteger i = 1 / 0;`);
    assert.equal(code, 1);
    assert.equal(stdout, 'before\n');
    assert.match(stderr, /^System\.MathException: Divide by 0\nAnonymousBlock: line 2, column \d+/);
  });

  it('prints where a block does not compile, runs nothing of it, and ends with 2', (context) => {
    const file = path.join(folderWith(context, { 'a.apex': `System.debug('before');\n  Nothing n;\n` }), 'a.apex');
    const { code, stdout, stderr } = localOrg(['exec', file]);
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /a\.apex:2:3 Invalid type: Nothing/);
  });

  it('knows the classes of the project, and tells which of them do not compile', (context) => {
    const root = folderWith(context, {
      'sfdx-project.json': '{"packageDirectories":[{"path":"app"}]}',
      'app/Good.cls': 'public class Good {\n  public static Integer one() {\n    return 1;\n  }\n}\n',
      'app/Bad.cls': 'public class Bad {\n  Nothing n;\n}\n'
    });
    const { code, stdout, stderr } = localOrg(['exec', '-', '--project', root], 'System.debug(Good.one());');
    assert.deepEqual([code, stdout], [0, '1\n']);
    assert.match(stderr, /Bad\.cls:2:\d+ Invalid type: Nothing/);
  });

  it('lets Apex call 990 deep in methods with many variables', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => index);
    const locals = numbers.map((i) => `Integer v${i} = n + ${i}; String s${i} = 'x' + v${i};`).join('\n');
    const sum = numbers.map((i) => `v${i} + s${i}.length()`).join(' + ');
    const block = `public class Wide implements Comparator<Integer> {
      private Integer n;
      public Wide(Integer n) { this.n = n; }
      public Integer compare(Integer a, Integer b) {
        ${locals}
        if (n > 0) { new List<Integer>{ 2, 1 }.sort(new Wide(n - 1)); }
        return ${sum} > 0 ? a - b : b - a;
      }
    }
    List<Integer> sorted = new List<Integer>{ 2, 1 };
    sorted.sort(new Wide(985));
    System.debug(sorted);`;
    assert.deepEqual(localOrg(['exec', '-'], block), { code: 0, stdout: '(1, 2)\n', stderr: '' });
  });

  it('ends recursion without end as an org does', () => {
    const block = `public class Endless { public Integer deeper(Integer n) { return 1 + deeper(n + 1); } }
      new Endless().deeper(0);`;
    const { code, stderr } = localOrg(['exec', '-'], block);
    assert.equal(code, 1);
    assert.match(stderr, /^System\.LimitException: Maximum stack depth reached: 1001\n/);
  });

  const wrong: [string[], RegExp][] = [
    [['exec'], /Name one file/],
    [['exec', 'a.apex', 'b.apex'], /Name one file/],
    [['exec', 'nowhere.apex'], /There is no file nowhere\.apex/],
    [['exec', '-', '--project', 'nowhere'], /There is no folder nowhere/],
    [['exec', '-', '--stored'], /--stored needs --project/],
    [['exec', '-', '--assign', 'Nobody'], /The project has no permission set Nobody/],
    [['exec', '-', '--loud'], /--loud/],
    [['dance'], /There is no command "dance"/],
    [['toString'], /There is no command "toString"/]
  ];
  for (const [args, message] of wrong) {
    it(`refuses ${args.join(' ')}, and tells how it is used`, () => {
      const { code, stdout, stderr } = localOrg(args);
      assert.equal(code, 64);
      assert.equal(stdout, '');
      assert.match(stderr, message);
      assert.match(stderr, /local-org exec FILE\.apex\|-/);
    });
  }
});
