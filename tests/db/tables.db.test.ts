import path from 'node:path';
import { sql } from 'kysely';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { asOwner } from '#db/as-actor';
import { useTestDatabase } from '../support/database';

/** One line for each column, e.g. `measure.title: string, needed`; the same from both sides. */
useTestDatabase({ empty: true });

let inDatabase: string[];

beforeAll(async () => {
  const { rows } = await asOwner((tx) =>
    sql<{ table: string; column: string; type: string; isNullable: boolean; hasDefault: boolean }>`
      select table_name as table, column_name as column, udt_name as type,
        is_nullable = 'YES' as "isNullable",
        column_default is not null as "hasDefault"
      from information_schema.columns
      -- Read by db/migrate.ts alone, before there are types.
      where table_schema = 'public' and table_name <> 'schema_migration'`.execute(tx),
  );
  inDatabase = rows.map(({ table, column, type, isNullable, hasDefault }) =>
    line(table, column, typeScriptType[type] ?? `unknown type ${type}`, isNullable, isNullable || hasDefault),
  );
});

test('db/tables.ts says what the database says: tables, columns, types, what may be empty or left out', () => {
  expect(inDatabase.length).toBeGreaterThan(100);
  expect(columnsInTypes().sort()).toEqual(inDatabase.sort());
});

const typeScriptType: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  jsonb: 'unknown',
  _text: 'string[]',
  _date: 'string[]',
  bytea: 'Uint8Array<ArrayBufferLike>',
};

function line(table: string, column: string, type: string, isNullable: boolean, isOptional: boolean): string {
  return `${table}.${column}: ${type}${isNullable ? ' or null' : ''}, ${isOptional ? 'optional' : 'needed'}`;
}

/** Asks the compiler, so that aliases, `Generated` and `ColumnType` are seen through. */
function columnsInTypes(): string[] {
  const file = path.resolve('db/tables.ts');
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: true,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    module: ts.ModuleKind.ESNext,
    target: ts.ScriptTarget.ES2022,
    skipLibCheck: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const tables = source?.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'Tables',
  );
  if (!tables) throw new Error('db/tables.ts has no interface Tables.');

  const propertiesOf = (type: ts.Type) =>
    type.getProperties().map((property) => ({
      name: property.name,
      type: checker.getTypeOfSymbolAtLocation(property, tables),
    }));
  /** What `ColumnType` says about reading or inserting; for other types the type itself. */
  const side = (type: ts.Type, name: '__select__' | '__insert__') => {
    const property = checker.getPropertyOfType(type, name);
    return property ? checker.getTypeOfSymbolAtLocation(property, tables) : type;
  };
  const allows = (type: ts.Type, flag: ts.TypeFlags) =>
    (type.flags & flag) !== 0 || (type.isUnion() && type.types.some((part) => (part.flags & flag) !== 0));

  return propertiesOf(checker.getTypeAtLocation(tables)).flatMap((table) =>
    propertiesOf(table.type).map((column) => {
      const selected = side(column.type, '__select__');
      const isNullable = allows(selected, ts.TypeFlags.Null);
      const isOptional = isNullable || allows(side(column.type, '__insert__'), ts.TypeFlags.Undefined);
      const plain = checker.getBaseTypeOfLiteralType(checker.getNonNullableType(selected));
      // The compiler calls `unknown` without null and undefined `{}`.
      const type = (selected.flags & ts.TypeFlags.Unknown) !== 0 ? 'unknown' : nameOf(checker, plain);
      return line(table.name, column.name, type, isNullable, isOptional);
    }),
  );
}

/** The widest name: a choice of texts is a string to the database. */
function nameOf(checker: ts.TypeChecker, type: ts.Type): string {
  const names = (type.isUnion() ? type.types : [type]).map((part) =>
    checker.typeToString(checker.getBaseTypeOfLiteralType(part)),
  );
  return [...new Set(names)].join(' | ');
}
