import { createHash } from 'node:crypto';
import { asOwner, asReader, type Tx } from '#db/as-actor';
import { renderPdf } from '#templates/engine/index';
import { findAllocation, findOffer } from '~/allocation/store';
import { findLetterhead } from '~/authority/store';
import { findClient } from '~/clients/store';
import { allocationLetterInput, disclosedOf } from '~/documents/allocation-letter/letter';
import { printReport } from '~/documents/participant-report/paper';
import { findTemplate } from '~/documents/templates/store';
import type { Actor } from '~/identity/actor';
import { isRole } from '~/identity/roles';
import { findContent, findFrame, findReport } from '~/reports/store';

/** Of each kind and authority; with all of them a first start would take minutes. */
const keptPapers = 6;

/** Keeps the PDFs that people look at first: letters of the newest allocations, the reports handed in last. */
export async function keepNewestPapers(tenantId: string, today: string): Promise<void> {
  for (const { id, author } of await newestAllocations(tenantId)) await keepLetter(author, id, today);
  for (const { id, author, day } of await newestReports(tenantId)) await keepReport(author, id, day);
}

interface Task {
  readonly id: string;
  readonly author: Actor;
}

async function newestAllocations(tenantId: string): Promise<Task[]> {
  const rows = await asOwner((tx) =>
    tx
      .selectFrom('allocation')
      .innerJoin('allocation_decision as decision', (join) =>
        join
          .onRef('decision.tenant_id', '=', 'allocation.tenant_id')
          .onRef('decision.allocation_id', '=', 'allocation.id'),
      )
      .where('allocation.tenant_id', '=', tenantId)
      .where('allocation.measure_id', 'is not', null)
      .where('allocation.state', '=', 'active')
      .orderBy('allocation.allocated_on', 'desc')
      .orderBy('allocation.id')
      .limit(keptPapers)
      .select(['allocation.id', 'decision.created_by as author'])
      .execute(),
  );
  return asOwner((tx) =>
    Promise.all(rows.map(async ({ id, author }) => ({ id, author: await actorOf(tx, author) }))),
  );
}

async function newestReports(tenantId: string): Promise<(Task & { readonly day: string })[]> {
  return asOwner(async (tx) => {
    const rows = await tx
      .selectFrom('report')
      .innerJoin('report_move as move', (join) =>
        join
          .onRef('move.tenant_id', '=', 'report.tenant_id')
          .onRef('move.report_id', '=', 'report.id')
          .on('move.deed', '=', 'submitted'),
      )
      .where('report.tenant_id', '=', tenantId)
      .where('report.submitted_on', 'is not', null)
      .where('report.state', 'in', ['submitted', 'accepted'])
      // Those that wait to be read come first.
      .orderBy('report.state', 'desc')
      .orderBy('report.submitted_on', 'desc')
      .orderBy('report.id')
      .limit(keptPapers)
      .select(['report.id', 'report.submitted_on as day', 'move.moved_by as author'])
      .execute();
    return Promise.all(
      rows.map(async ({ id, day, author }) => ({ id, day: day ?? '', author: await actorOf(tx, author) })),
    );
  });
}

async function keepLetter(author: Actor, id: string, today: string): Promise<void> {
  const letter = await asReader(author, async (tx) => {
    const facts = await findAllocation(tx, id);
    const client = facts && (await findClient(tx, facts.clientId));
    const offer = facts?.slug ? await findOffer(tx, facts.slug, today) : undefined;
    if (!facts || !client || !offer) return undefined;
    const [authority, template, words, told, needs] = await Promise.all([
      findLetterhead(tx),
      findTemplate(tx, 'zuweisung'),
      tx
        .selectFrom('allocation_decision')
        .where('allocation_id', '=', id)
        .select([
          'reason',
          'address_lines as addressLines',
          'venue_lines as venueLines',
          'first_appointment as firstAppointment',
        ])
        .executeTakeFirstOrThrow(),
      tx
        .selectFrom('allocation_disclosure')
        .where('allocation_id', '=', id)
        .selectAll()
        .executeTakeFirstOrThrow(),
      tx.selectFrom('allocation_need').where('allocation_id', '=', id).select('need_key').execute(),
    ]);
    const input = allocationLetterInput(
      {
        authority,
        person: {
          name: `${client.firstName} ${client.lastName}`,
          customerNumber: client.customerNumber,
          addressLines: words.addressLines,
        },
        responsibleName: client.responsibleName,
        measure: offer,
        about: {
          kind: 'allocation',
          reason: words.reason,
          starts: facts.starts,
          ends: facts.ends ?? facts.starts,
          providerName: facts.providerName ?? '',
          site: facts.site ?? '',
          groupName: facts.groupName,
          venueLines: words.venueLines,
          firstAppointment: words.firstAppointment,
          disclosed: disclosedOf(client, {
            contact: told.contact,
            purpose: told.purpose,
            goals: told.goals,
            needs: needs.map(({ need_key }) => need_key),
            interpreterLanguage: told.interpreter_language,
            accessibility: told.accessibility,
            withHousehold: told.household_number !== null,
          }),
        },
      },
      template,
      facts.allocatedOn,
    );
    return { content: await renderPdf(input), templateVersion: template.version, day: facts.allocatedOn };
  });
  if (!letter) return;
  await asOwner((tx) =>
    tx
      .insertInto('allocation_letter')
      .values({
        tenant_id: author.tenantId,
        allocation_id: id,
        kind: 'client',
        template_version: letter.templateVersion,
        content: letter.content,
        sha256: sha256(letter.content),
        created_by: author.accountId,
      })
      .execute(),
  );
}

async function keepReport(author: Actor, id: string, day: string): Promise<void> {
  const kept = await asReader(author, async (tx) => {
    const report = await findReport(tx, id);
    // The provider's reporting period may be over: then nobody there may read it any more.
    if (!report) return undefined;
    const [{ answers }, frame] = await Promise.all([findContent(tx, id), findFrame(tx, report, day)]);
    const paper = await printReport(tx, { report: { ...report, state: 'submitted' }, answers, frame }, day);
    return { ...paper, answers: JSON.stringify({ answers, frame }) };
  });
  if (!kept) return;
  await asOwner((tx) =>
    tx
      .updateTable('report_content')
      .set({
        answers: kept.answers,
        pdf: kept.content,
        template_version: kept.templateVersion,
        sha256: sha256(kept.content),
      })
      .where('report_id', '=', id)
      .execute(),
  );
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Whoever has that account, as the one who asks. */
async function actorOf(tx: Tx, accountId: string): Promise<Actor> {
  const rows = await tx
    .selectFrom('account')
    .innerJoin('account_role', 'account_role.account_id', 'account.id')
    .leftJoin('provider', 'provider.id', 'account.provider_id')
    .where('account.id', '=', accountId)
    .select([
      'account.tenant_id as tenantId',
      'account.display_name as displayName',
      'account.provider_id as providerId',
      'provider.name as providerName',
      'account_role.role',
    ])
    .execute();
  const [row] = rows;
  if (!row) throw new Error('The example has no such account.');
  return {
    ...row,
    accountId,
    sessionId: accountId,
    authorityName: '',
    roles: rows.map(({ role }) => role).filter(isRole),
    requestId: 'example',
  };
}
