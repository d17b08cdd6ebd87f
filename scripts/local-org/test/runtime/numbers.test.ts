import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enumConstant } from '../../src/runtime/lib/enums';
import { castValue, DECIMAL, INTEGER, isInstance, LONG } from '../../src/runtime/values';
import { callOn, callStatic, decimal, double, show, thrownBy } from './support';

/** Source of expectations: Apex Reference Guide, "Decimal Class", "Integer Class", "Long Class", "Math Class". */
describe('numbers', () => {
  const mode = (name: string): unknown => enumConstant('System.RoundingMode', name);
  const scaled = (text: string, scale: number, name: string): string =>
    show(callOn('System.Decimal', 'setScale', decimal(text), scale, mode(name)));

  it('keeps the scale of a Decimal', () => {
    assert.equal(show(decimal('1.50')), '1.50');
    assert.equal(show(decimal('1.50').add(decimal('2'))), '3.50');
    assert.equal(show(decimal('1.5').multiply(decimal('2.00'))), '3.000');
    assert.equal(show(callOn('System.Decimal', 'stripTrailingZeros', decimal('1.500'))), '1.5');
  });

  it('divides with 34 digits, as java.math.MathContext.DECIMAL128', () => {
    assert.equal(show(decimal('1').divideBy(decimal('3'))), `0.${'3'.repeat(34)}`);
    assert.equal(show(decimal('2').divideBy(decimal('3'))), `0.${'6'.repeat(33)}7`);
    assert.equal(show(decimal('10').divideBy(decimal('4'))), '2.5');
    assert.equal(
      thrownBy(() => decimal('1').divideBy(decimal('0'))),
      'System.MathException: Divide by 0'
    );
  });

  it('rounds in all modes as documented', () => {
    const rows: [string, string[]][] = [
      ['CEILING', ['6', '2', '2', '2', '-1', '-1', '-1', '-5']],
      ['DOWN', ['5', '1', '1', '1', '-1', '-1', '-1', '-5']],
      ['FLOOR', ['5', '1', '1', '1', '-2', '-2', '-2', '-6']],
      ['HALF_DOWN', ['5', '1', '2', '1', '-1', '-1', '-2', '-5']],
      ['HALF_EVEN', ['6', '2', '2', '1', '-1', '-2', '-2', '-6']],
      ['HALF_UP', ['6', '2', '2', '1', '-1', '-2', '-2', '-6']],
      ['UP', ['6', '2', '2', '2', '-2', '-2', '-2', '-6']]
    ];
    const inputs = ['5.5', '1.5', '1.6', '1.1', '-1.1', '-1.5', '-1.6', '-5.5'];
    for (const [name, expected] of rows) {
      assert.deepEqual(
        inputs.map((text) => scaled(text, 0, name)),
        expected,
        name
      );
    }
    assert.match(
      thrownBy(() => scaled('1.5', 0, 'UNNECESSARY')),
      /^System\.MathException/
    );
  });

  it('narrows a Long as Java does, as third-party tests expect', () => {
    assert.equal(callOn('System.Long', 'intValue', 1538783039073n), 1184747105);
  });

  it('parses and names what it cannot', () => {
    assert.equal(callStatic('System.Integer', 'valueOf', '-12'), -12);
    assert.equal(
      thrownBy(() => callStatic('System.Integer', 'valueOf', '12a')),
      'System.TypeException: Invalid integer: 12a'
    );
    assert.equal(
      thrownBy(() => callStatic('System.Integer', 'valueOf', '2147483648')),
      'System.TypeException: Invalid integer: 2147483648'
    );
    assert.equal(
      thrownBy(() => callStatic('System.Decimal', 'valueOf', '1,5')),
      'System.TypeException: Invalid decimal: 1,5'
    );
    assert.equal(
      thrownBy(() => callStatic('System.Long', 'valueOf', 'x')),
      'System.TypeException: Invalid long: x'
    );
  });

  it('tells numeric types apart at run time as an org does', () => {
    assert.equal(isInstance(1, LONG), true);
    assert.equal(isInstance(1n, DECIMAL), true);
    assert.equal(isInstance(1n, INTEGER), false);
    assert.equal(show(castValue(5, DECIMAL)), '5');
    assert.equal(
      thrownBy(() => castValue(decimal('5.2'), INTEGER)),
      'System.TypeException: Invalid conversion from runtime type Decimal to Integer'
    );
  });

  it('writes Doubles as Java does', () => {
    assert.equal(show(double(1)), '1.0');
    assert.equal(show(double(1e10)), '1.0E10');
    assert.equal(show(double(0.0001)), '1.0E-4');
  });

  it('computes', () => {
    assert.equal(callStatic('System.Math', 'mod', -7, 3), -1);
    assert.equal(callStatic('System.Math', 'round', decimal('2.5')), 2);
    assert.equal(callStatic('System.Math', 'round', double(2.5)), 3);
    assert.equal(show(callStatic('System.Math', 'ceil', decimal('1.2'))), '2');
    assert.equal(show(callStatic('System.Math', 'max', decimal('1.2'), decimal('1.3'))), '1.3');
    assert.equal(callOn('System.Integer', 'format', 1234567), '1,234,567');
  });
});
