import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileClean, callStatic, run, thrownBy } from './apex';

test('loops, break and continue', () => {
  assert.equal(
    run(`Integer sum = 0;
      for (Integer i = 0; i < 10; i++) { if (i == 3) { continue; } if (i == 6) { break; } sum += i; }
      Integer n = 3; while (n > 0) { n--; sum += 100; }
      do { sum += 1000; } while (sum < 2000);
      for (String s : new Set<String>{ 'a', 'b' }) { sum += 10000; }
      for (Long l : new List<Integer>{ 1, 2 }) { sum += 100000 * l.intValue(); }
      return sum;`, 'Integer'),
    322312
  ); // prettier-ignore
});

test('an endless for without header parts ends by break', () => {
  assert.equal(run('Integer i = 0; for (;;) { if (i++ > 4) { break; } } return i;', 'Integer'), 6);
});

test('a loop walks a user Iterable', () => {
  const result = compileClean({
    Range: `public class Range implements Iterable<Integer>, Iterator<Integer> {
      Integer n = 0;
      public Iterator<Integer> iterator() { return this; }
      public Boolean hasNext() { return n < 3; }
      public Integer next() { return n++; }
      public static Integer sum() { Integer s = 0; for (Integer i : new Range()) { s += i; } return s; }
    }`
  });
  assert.equal(callStatic(result, 'Range', 'sum'), 3);
});

test('changing the size of a list while walking it throws', () => {
  assert.equal(
    thrownBy('List<Integer> xs = new List<Integer>{ 1, 2 }; for (Integer x : xs) { xs.add(3); } return null;'),
    'System.FinalException: Cannot modify a collection while it is being iterated.'
  );
});

test('switch on numbers, strings, enums, records and null', () => {
  const members = `
    enum E { A, B, C }
    static String n(Integer i) { switch on i { when 1, 2 { return 'few'; } when -3 { return 'minus'; } when null { return 'none'; } when else { return 'many'; } } }
    static String s(String t) { switch on t { when 'a', 'b' { return 'small'; } when 'A' { return 'big'; } } return 'other'; }
    static String e(E x) { switch on x { when A { return 'a'; } when B, C { return 'b or c'; } } return 'no'; }
    static String l(Long x) { switch on x { when 4L { return 'four'; } when else { return 'else'; } } }
    static String o(SObject r) { switch on r { when Account a { return 'account ' + a.Name; } when Contact c { return 'contact'; } when null { return 'null'; } when else { return 'else'; } } }`;
  const body = `return String.join(new List<String>{
      n(2), n(-3), n(null), n(9), s('b'), s('A'), s('B'), s(null), e(E.A), e(E.C), e(null), l(4L), l(5L),
      o(new Account(Name = 'x')), o(new Contact()), o(null), o(new Lead()) }, ',');`;
  assert.equal(
    run(body, 'String', members),
    'few,minus,none,many,small,big,other,other,a,b or c,no,four,else,account x,contact,null,else'
  );
});

test('break inside switch leaves the loop around', () => {
  assert.equal(
    run(
      'Integer i = 0; while (true) { i++; switch on i { when 4 { break; } when else { continue; } } } return i;',
      'Integer'
    ),
    4
  );
});

test('catch takes the first clause that fits, finally always runs', () => {
  const members = `
    static String log = '';
    class MyException extends Exception { }
    class ChildException extends MyException { }
    static Integer attempt(Integer what) {
      try {
        if (what == 1) { throw new MyException('one'); }
        if (what == 2) { Integer z = 0; z = 1 / z; }
        if (what == 3) { String s; s.length(); }
        if (what == 4) { throw new ChildException('four'); }
        return 0;
      } catch (ChildException e) { log += 'C';
      } catch (MyException e) { log += 'M' + e.getMessage();
      } catch (MathException e) { log += 'D';
      } catch (Exception e) { log += e.getTypeName();
      } finally { log += ';'; }
      return what;
    }`;
  assert.equal(
    run(
      'Integer s = attempt(0) + attempt(1) + attempt(2) + attempt(3) + attempt(4); return s + log;',
      'String',
      members
    ),
    '10;Mone;D;System.NullPointerException;C;'
  );
});

test('an exception that no clause fits goes on, after finally', () => {
  assert.equal(
    run(
      "try { try { throw new NullPointerException(); } catch (MathException e) { return 'wrong'; } finally { log += 'f'; } } catch (NullPointerException e) { log += 'n'; } return log;",
      'String',
      "static String log = '';"
    ),
    'fn'
  );
});

test('what cannot be caught passes catch and finally blocks by', () => {
  const members = "static Integer depth = 0; static void down() { depth++; down(); } static String log = '';";
  assert.equal(
    thrownBy("try { down(); } catch (Exception e) { log += 'c'; } finally { log += 'f'; } return log;", members),
    'System.LimitException: Maximum stack depth reached: 1001'
  );
});

test('a stack of 990 calls is allowed', () => {
  assert.equal(
    run('return down(990);', 'Integer', 'static Integer down(Integer n) { return n == 0 ? 0 : 1 + down(n - 1); }'),
    990
  );
});

test('return inside try and finally', () => {
  assert.equal(
    run(
      'String s = f(); return s + log;',
      'String',
      "static String log = ''; static String f() { try { return 'r'; } finally { log += 'f'; } }"
    ),
    'rf'
  );
});
