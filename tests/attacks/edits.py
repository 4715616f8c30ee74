"""What a hand that knows the program changes in the tables while no trigger watches, and what `verify`
has to say of it: parts of its sentences, where it can by record and field."""

DIFFERS = 'the record is not as it was after line'
GONE = 'the record is gone, but no line of the audit chain says'
BACK = 'the record is there, but line'
NO_ORIGIN = 'no line of the audit chain says that this record was added'
VERSION = 'the version of the record does not agree'
BROKEN = 'does not continue the earlier lines about this record'
CHANGED = 'was changed afterwards'


def sought(field):
    """What an import added stands in its line as a digest: the field that is another is searched for,
    as long as that takes not too many tries."""
    return (f'“{field}” is “', DIFFERS)


# Changes that the program made before, each with its line
WRITTEN = [
    "UPDATE attestation SET decision = 'not-corresponds', version = version + 1 WHERE id = 7",
    'INSERT INTO deferral (id, officer_id, kind, "start", reason)'
    " VALUES (5000, 5, 'absence', '2020-01-01', 'себебі')",
    """UPDATE deferral SET "end" = '2021-01-01', version = version + 1 WHERE id = 5000""",
    "UPDATE education SET speciality = 'бірінші', version = version + 1 WHERE id = 8",
    "UPDATE education SET speciality = 'екінші', version = version + 1 WHERE id = 8",
    'DELETE FROM education WHERE id = 9',
]
NAMES = 'surname, given_name, patronymic, sort_key, search_key, loose_key'

# Both engines: what it is, the statements, parts of what is said
RECORDS = [
    ('a decision turned over', ["UPDATE attestation SET decision = CASE decision WHEN 'corresponds'"
                                " THEN 'not-corresponds' ELSE 'corresponds' END WHERE id = 1"],
     ['Attestation 1 (', sought('Decision')]),
    ('a decision put back to before its last line',
     ["UPDATE attestation SET decision = 'corresponds' WHERE id = 7"],
     ['Attestation 7 (', '“Decision” is “Corresponds', 'was “Does not correspond']),
    ('an attestation moved by days', ["""UPDATE attestation SET "date" = '2019-05-06',"""
                                      ' outcome = NULL, outcome_date = NULL WHERE id = 1'],
     ['Attestation 1 (', DIFFERS]),
    ('an outcome made up', ["UPDATE attestation SET outcome = 'annulled', outcome_date = \"date\""
                            ' WHERE id = (SELECT min (id) FROM attestation WHERE outcome IS NULL)'],
     ['Attestation', DIFFERS]),
    ('an order of an attestation', ["UPDATE attestation SET order_no = 'x' WHERE id = 3"],
     ['Attestation 3 (', DIFFERS]),
    ('the kind of an attestation', ["UPDATE attestation SET kind = CASE kind WHEN 'regular' THEN"
                                    " 'reattestation' ELSE 'regular' END WHERE id = 4"],
     ['Attestation 4 (', sought('Kind of attestation')]),
    ('an attestation handed to another', ['UPDATE attestation SET officer_id = 20 WHERE id = 2'],
     ['Attestation 2 (', sought('IIN')]),
    ('an attestation removed', ['DELETE FROM attestation WHERE id = 10'], ['Attestation 10', GONE]),
    ('all attestations removed', ['DELETE FROM attestation'],
     ['Attestation 1', GONE, 'more faults of this kind of record']),
    ('an attestation made up', ['INSERT INTO attestation (id, officer_id, kind, "date", decision)'
                                " VALUES (7000, 5, 'regular', '1999-01-01', 'corresponds')"],
     ['Attestation 7000 (', NO_ORIGIN]),
    ('an attestation in the place of another',
     ['DELETE FROM attestation WHERE id = 10',
      'INSERT INTO attestation (id, officer_id, kind, "date", decision)'
      " VALUES (10, 5, 'regular', '1999-01-01', 'corresponds')"], ['Attestation 10 (', DIFFERS]),
    ('an attestation under another number', ['UPDATE attestation SET id = 7001 WHERE id = 10'],
     ['Attestation 10:', GONE, 'Attestation 7001 (', NO_ORIGIN]),
    ('an officer with all records removed',
     [f'DELETE FROM {table} WHERE officer_id = 7' for table in
      ('education', 'attestation', 'deferral', 'service', 'commission_member')]
     + ['DELETE FROM officer WHERE id = 7'], ['Officer 7', GONE]),
    ('a deferral handed to another',
     ['UPDATE deferral SET officer_id = 20 WHERE id = 1'], ['Deferral 1 (', sought('IIN')]),
    ('a deferral begun a day later', ["""UPDATE deferral SET "start" = '2020-01-02' WHERE id = 5000"""],
     ['Deferral 5000 (', 'is “2020-01-02”', 'was “2020-01-01”']),
    ('a deferral that does not end', ['UPDATE deferral SET "end" = NULL WHERE id = 5000'],
     ['Deferral 5000 (', 'was “2021-01-01”']),
    ('the kind of a deferral', ["UPDATE deferral SET kind = 'childcare' WHERE id = 5000"],
     ['Deferral 5000 (', '“Kind of deferral” is “Childcare leave”', 'was “Absence for a valid reason']),
    ('the reason of a deferral', ["UPDATE deferral SET reason = 'басқа' WHERE id = 5000"],
     ['Deferral 5000 (', '“Reason” is “басқа”', 'was “себебі”']),
    ('a deferral made up', ['INSERT INTO deferral (id, officer_id, kind, "start")'
                            " VALUES (7000, 5, 'absence', '1999-01-01')"],
     ['Deferral 7000 (', NO_ORIGIN]),
    ('a deferral removed', ['DELETE FROM deferral WHERE id = 5000'], ['Deferral 5000', GONE]),
    ('a service begun later', ["""UPDATE service SET "start" = '2026-01-01', "end" = NULL"""
                               ' WHERE id = (SELECT max (id) FROM service)'], ['Service record']),
    ('a service that does not end', ['UPDATE service SET "end" = NULL WHERE id = (SELECT min (id)'
                                     ' FROM service WHERE "end" IS NOT NULL)'],
     ['Service record']),
    ('the level of a position', ['UPDATE service SET level = level + 1 WHERE id = (SELECT min (id)'
                                 " FROM service WHERE employer_kind = 'customs')"],
     ['Service', sought('Position level')]),
    ('the category of a position',
     ["UPDATE service SET category = CASE category WHEN 'official' THEN 'head' ELSE 'official' END"
      " WHERE id = (SELECT min (id) FROM service WHERE employer_kind = 'customs')"],
     ['Service', sought('Category of the position')]),
    ('the name of a position',
     ["UPDATE service SET position_ru = 'Другая' WHERE id = (SELECT min (id) FROM service"
      " WHERE employer_kind = 'customs')"], ['Service', DIFFERS]),
    ('a service in another body, and its officer',
     ['UPDATE service SET unit_id = NULL, body_id = (SELECT id FROM body WHERE id <>'
      " service.body_id ORDER BY id LIMIT 1) WHERE officer_id = 20 AND employer_kind = 'customs'",
      'UPDATE officer SET unit_id = NULL, body_id = (SELECT body_id FROM service WHERE officer_id'
      " = 20 AND employer_kind = 'customs' ORDER BY \"start\" DESC LIMIT 1) WHERE id = 20"],
     ['Service', DIFFERS]),
    ('a service out of its unit',
     ["UPDATE service SET unit_id = NULL WHERE employer_kind = 'customs' AND id = (SELECT min (id)"
      ' FROM service WHERE unit_id IS NOT NULL)'], ['Service', sought('Unit')]),
    ('a service removed', ['DELETE FROM service WHERE id = 1'], ['Service record 1', GONE]),
    ('two careers exchanged',
     ['UPDATE service SET officer_id = 7 - officer_id WHERE officer_id IN (3, 4)'],
     ['Service', sought('IIN')]),
    ('a record put back to before its last line',
     ["UPDATE education SET speciality = 'бірінші' WHERE id = 8"],
     ['Education 8 (', 'is “бірінші”', 'was “екінші”']),
    ('an education changed', ["UPDATE education SET institution = 'Басқа' WHERE id = 1"],
     ['Education 1 (', DIFFERS]),
    ('a removed record back', ["INSERT INTO education (id, officer_id, kind, institution)"
                               " VALUES (9, 5, 'education', 'у')"],
     ['Education 9 (', BACK, 'says that it was removed']),
    ('an education made up', ["INSERT INTO education (id, officer_id, kind, institution)"
                              " VALUES (7000, 5, 'degree', 'у')"], ['Education 7000 (', NO_ORIGIN]),
    ('a surname', ["UPDATE officer SET surname = 'Басқа' WHERE id = 11"],
     ['would be sorted or found by another name', 'Officer 11 (', DIFFERS]),
    ('two names exchanged, with their keys',
     ['CREATE TEMP TABLE kept AS SELECT * FROM officer WHERE id IN (11, 12)',
      f'UPDATE officer SET ({NAMES}) = (SELECT {NAMES} FROM kept WHERE kept.id = 23 - officer.id)'
      ' WHERE id IN (11, 12)'], ['Officer 11 (', 'Officer 12 (', DIFFERS]),
    ('a birth date', ["UPDATE officer SET birth_date = '1970-01-01' WHERE id = 11"],
     ['Officer 11 (', sought('Date of birth')]),
    ('a sex', ["UPDATE officer SET sex = CASE sex WHEN 'm' THEN 'f' ELSE 'm' END WHERE id = 11"],
     ['Officer 11 (', sought('Sex')]),
    ('an IIN', ["UPDATE officer SET iin = '850101300104' WHERE id = 11"],
     ['Officer 11 (850101300104)']),
    ('a search key', ["UPDATE officer SET search_key = 'x' WHERE id = 11"],
     ['would be sorted or found by another name']),
    ('a sort key', ["UPDATE officer SET sort_key = 'x' WHERE id = 11"],
     ['would be sorted or found by another name']),
    ('the body of an officer', ['UPDATE officer SET unit_id = NULL, body_id = (SELECT id FROM body'
                                ' WHERE id <> officer.body_id ORDER BY id LIMIT 1) WHERE id = 20'],
     ['kept under a body or unit that is not that of the last service record']),
    ('a body renamed', ["UPDATE body SET name_ru = 'Другой' WHERE id = 2"], ['2 (', DIFFERS]),
    ('the code of a body', ["UPDATE body SET code = 'ZZZ' WHERE id = 2"], ['2 (ZZZ)', DIFFERS]),
    ('no body central', ["UPDATE body SET kind = 'territorial'"], ['is the central one']),
    ('a body made up', ["INSERT INTO body (id, code, kind, name_kk, name_ru)"
                        " VALUES (7000, 'ZZZ', 'territorial', 'к', 'р')"], ['7000 (ZZZ)', NO_ORIGIN]),
    ('a unit renamed', ["UPDATE unit SET name_kk = 'Басқа' WHERE id = 2"], ['Unit 2 (', DIFFERS]),
    ('the kind of a unit', ["UPDATE unit SET kind = CASE kind WHEN 'legal' THEN 'post' ELSE 'legal'"
                            ' END WHERE id = 2'], ['Unit 2 (', sought('Kind of unit')]),
    ('a unit made up', ["INSERT INTO unit (id, body_id, code, kind, name_kk, name_ru)"
                        " VALUES (7000, 2, 'ZZZ', 'post', 'к', 'р')"], ['Unit 7000 (', NO_ORIGIN]),
    ('a quorum', ['UPDATE commission SET quorum = 3 WHERE id = 1'], ['Commission 1']),
    ('the order of a commission', ["UPDATE commission SET order_no = 'x' WHERE id = 1"],
     ['Commission 1', DIFFERS]),
    ('a commission without its chair',
     ["UPDATE commission_member SET role = 'member' WHERE role = 'chair' AND commission_id = 1"],
     ['Member of a commission 1 (', sought('Role')]),
    ('a member replaced', ['UPDATE commission_member SET officer_id = (SELECT max (id) FROM officer)'
                           ' WHERE id = 2'], [' 2 (', sought('IIN')]),
    ('a member made up', ["INSERT INTO commission_member (id, commission_id, officer_id, role)"
                          " VALUES (7000, 1, (SELECT max (id) FROM officer), 'member')"],
     [' 7000 (', NO_ORIGIN]),
    ('a record with the last number there is',
     ["INSERT INTO attestation (id, officer_id, kind, \"date\", decision)"
      " VALUES (9223372036854775807, 5, 'regular', '2026-09-01', 'corresponds')"],
     ['Attestation 9223372036854775807 (', NO_ORIGIN]),
    ('a record with the first number there is',
     ["INSERT INTO attestation (id, officer_id, kind, \"date\", decision)"
      " VALUES (-9223372036854775807 - 1, 5, 'regular', '2026-09-01', 'corresponds')"],
     ['Attestation -9223372036854775808 (', NO_ORIGIN]),
    ('a record with the number 0',
     ["INSERT INTO attestation (id, officer_id, kind, \"date\", decision)"
      " VALUES (0, 5, 'regular', '2026-09-01', 'corresponds')"],
     ['Attestation 0:', NO_ORIGIN]),
    ('a member removed', ['DELETE FROM commission_member WHERE id = 2'], [' 2', GONE]),
    ('an account made up', ["INSERT INTO account (id, login, roles)"
                            " VALUES (7000, 'ghost', 'admin')"],
     ['Account 7000 (ghost)', NO_ORIGIN]),
    ('a version raised', ['UPDATE attestation SET version = version + 1 WHERE id = 7'],
     ['Attestation 7 (', VERSION]),
    ('a version put back', ['UPDATE attestation SET version = 1 WHERE id = 7'],
     ['Attestation 7 (', VERSION]),
]
LAST = '(SELECT max (seq) FROM audit)'
DELETION = "(SELECT seq FROM audit WHERE action = 'remove')"
HEAD = (f'UPDATE audit_head SET seq = {LAST}, chain = (SELECT chain FROM audit WHERE seq = {LAST})')
CHAIN = [
    ('what a line says', ["UPDATE audit SET detail = '{}' WHERE seq = 3"], ['Line 3', CHANGED]),
    ('what a line says, and its digest', ["UPDATE audit SET detail = '{}', digest ="
                                          " (SELECT digest FROM audit WHERE seq = 4) WHERE seq = 3"],
     ['Line 3', 'audit chain']),
    ('who changed', ["UPDATE audit SET actor = 'boss' WHERE seq = 2"], ['Line 2', CHANGED]),
    ('when it was changed', ["UPDATE audit SET moment = '2001-01-01T00:00:00Z' WHERE seq = 2"],
     ['Line 2', CHANGED]),
    ('whose history a line is in', ["UPDATE audit SET officer_id = 1 WHERE seq = 2"],
     ['Line 2', CHANGED]),
    ('which record a line is about', ["UPDATE audit SET record_id = 1 WHERE seq = 2"],
     ['Line 2', CHANGED]),
    ('the chain of a line', ["UPDATE audit SET chain = digest WHERE seq = 2"], ['audit chain']),
    ('a line out of the middle', ['DELETE FROM audit WHERE seq = 3'], ['audit chain']),
    ('the first line', ['DELETE FROM audit WHERE seq = 1'], ['audit chain']),
    ('the last line', [f'DELETE FROM audit WHERE seq = {LAST}'], ['audit chain']),
    ('the last line, about a record, and the head put back',
     [f'DELETE FROM audit WHERE seq = {LAST}', HEAD], ['Education 9', GONE]),
    ('all lines', ['DELETE FROM audit'], ['audit chain']),
    ('all lines, and the head emptied',
     ['DELETE FROM audit', "UPDATE audit_head SET seq = 0, chain = '', copying = 1"],
     ['no line of the audit chain: it was taken away', NO_ORIGIN]),
    ('the head taken away', ['DELETE FROM audit_head'], ['']),
    ('the number in the head', ['UPDATE audit_head SET seq = seq + 1'], ['audit chain']),
    ('the chain in the head', ["UPDATE audit_head SET chain = ''"], ['audit chain']),
]
# The chain written anew from there on, by who can compute it
REWRITTEN = [
    ('a line taken out', [f'DELETE FROM audit WHERE seq = {DELETION} - 1',
                          f'UPDATE audit SET seq = seq - 1 WHERE seq = {DELETION}'],
     ['Education 8 (', 'is “екінші”', 'was “бірінші”']),
    ('a line about another record', [f'UPDATE audit SET record_id = 10 WHERE seq = {DELETION}'],
     ['Education 9', 'Education 10']),
    ('two lines in the other order',
     ["UPDATE audit SET seq = 100000 WHERE record = 'education' AND record_id = 8 AND detail LIKE"
      " '%екінші%'",
      "UPDATE audit SET seq = seq + 1 WHERE record = 'education' AND record_id = 8 AND seq < 100000",
      'UPDATE audit SET seq = (SELECT max (seq) - 1 FROM audit WHERE seq < 100000 AND record_id = 8)'
      ' WHERE seq = 100000'], ['Education 8 (', BROKEN]),
    ('a line that is nonsense', [f"UPDATE audit SET detail = '[[[' WHERE seq = {DELETION}"],
     ['does not have the form of such a line']),
    ('another action', [f"UPDATE audit SET action = 'view' WHERE seq = {DELETION}"],
     ['Education 9', GONE]),
    ('an addition out of an import',
     ["UPDATE audit SET detail = replace (detail, '\"ids\":\"2\"', '\"ids\":\"7002\"')"
      " WHERE seq = 2"], ['7002', GONE]),
]


def missing_of(parts, said):
    """Of parts, each a text or several of which one is enough, those that are not said."""
    return [part for part in parts
            if not any(text in said for text in ([part] if isinstance(part, str) else part))]
