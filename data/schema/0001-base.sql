-- Migration 1, both engines. What stands in braces are an engine's words, see
-- app/store/sarap-script.c. What only one of them can say (triggers, views, roles) follows in the
-- files 0001-base.ENGINE….sql.

CREATE TABLE {public}schema_version (
  number  {int}  PRIMARY KEY,
  name    {text} NOT NULL
) {strict};

CREATE TABLE body (
  id      {id},
  code    {text} NOT NULL UNIQUE {line code},
  kind    {text} NOT NULL CHECK (kind IN ('central', 'territorial')),
  name_kk {text} NOT NULL {line name_kk},
  name_ru {text} NOT NULL {line name_ru},
  version {int}  NOT NULL DEFAULT 1
) {strict};
-- exactly one agency
CREATE UNIQUE INDEX body_central ON body (kind) WHERE kind = 'central';

CREATE TABLE unit (
  id      {id},
  body_id {ref}  NOT NULL REFERENCES body (id),
  code    {text} NOT NULL {line code},
  kind    {text} NOT NULL CHECK (kind IN ('department', 'post', 'hr', 'legal', 'other')),
  name_kk {text} NOT NULL {line name_kk},
  name_ru {text} NOT NULL {line name_ru},
  version {int}  NOT NULL DEFAULT 1,
  UNIQUE (body_id, code),
  UNIQUE (id, body_id)
) {strict};

-- sort_key, search_key and loose_key are made from the names and the number by app/records;
-- body_id and unit_id are those of the customs record that began last, kept by triggers
CREATE TABLE officer (
  id          {id},
  iin         {text} NOT NULL UNIQUE {is-iin iin},
  surname     {text} NOT NULL {line surname},
  given_name  {text} NOT NULL {line given_name},
  patronymic  {text} {line patronymic},
  birth_date  {date} NOT NULL {is-date birth_date},
  sex         {text} NOT NULL CHECK (sex IN ('m', 'f')),
  sort_key    {text} NOT NULL CHECK (length (sort_key) <= 24000),
  search_key  {text} NOT NULL CHECK (length (search_key) <= 4000),
  loose_key   {text} NOT NULL CHECK (length (loose_key) <= 4000),
  body_id     {ref}  REFERENCES body (id),
  unit_id     {ref},
  version     {int}  NOT NULL DEFAULT 1,
  FOREIGN KEY (unit_id, body_id) REFERENCES unit (id, body_id)
) {strict};
CREATE INDEX officer_sort ON officer (sort_key, id);
CREATE INDEX officer_body ON officer (body_id);

-- one position held (§5, §6); "start" and "end" are the first and the last day
CREATE TABLE service (
  id            {id},
  officer_id    {ref}  NOT NULL REFERENCES officer (id),
  employer_kind {text} NOT NULL CHECK (employer_kind IN ('customs', 'state', 'other')),
  employer      {text} {line employer},
  body_id       {ref}  REFERENCES body (id),
  unit_id       {ref},
  position_kk   {text} {line position_kk},
  position_ru   {text} {line position_ru},
  category      {text} CHECK (category IN ('head', 'deputy-head', 'post-head', 'deputy-post-head',
                              'department-head', 'deputy-department-head', 'official')),
  level         {int}  CHECK (level BETWEEN -999999 AND 999999),
  "start"       {date} NOT NULL {is-date start},
  "end"         {date} {is-date end},
  order_no      {text} {line order_no},
  version       {int}  NOT NULL DEFAULT 1,
  UNIQUE (officer_id, employer_kind, "start"),
  FOREIGN KEY (unit_id, body_id) REFERENCES unit (id, body_id),
  CHECK ("end" >= "start"),
  CHECK (CASE WHEN employer_kind = 'customs'
              THEN body_id IS NOT NULL AND position_kk IS NOT NULL AND position_ru IS NOT NULL
                   AND category IS NOT NULL AND level IS NOT NULL
              ELSE employer IS NOT NULL AND body_id IS NULL AND unit_id IS NULL
                   AND position_kk IS NULL AND position_ru IS NULL
                   AND category IS NULL AND level IS NULL END)
) {strict};

-- §3, §31
CREATE TABLE deferral (
  id         {id},
  officer_id {ref}  NOT NULL REFERENCES officer (id),
  kind       {text} NOT NULL CHECK (kind IN ('pregnancy', 'childcare', 'absence')),
  "start"    {date} NOT NULL {is-date start},
  "end"      {date} {is-date end},
  reason     {text} {line reason},
  version    {int}  NOT NULL DEFAULT 1,
  UNIQUE (officer_id, kind, "start"),
  CHECK ("end" >= "start")
) {strict};

-- attestations held (§33, §36, §39, §42, §44)
CREATE TABLE attestation (
  id           {id},
  officer_id   {ref}  NOT NULL REFERENCES officer (id),
  kind         {text} NOT NULL CHECK (kind IN ('regular', 'reattestation')),
  "date"       {date} NOT NULL {is-date date},
  decision     {text} NOT NULL CHECK (decision IN ('corresponds', 'reattestation',
                                                   'not-corresponds')),
  outcome      {text} CHECK (outcome IN ('approved', 'refused', 'annulled')),
  outcome_date {date} {is-date outcome_date},
  order_no     {text} {line order_no},
  version      {int}  NOT NULL DEFAULT 1,
  UNIQUE (officer_id, kind, "date"),
  CHECK ((outcome IS NULL) = (outcome_date IS NULL)),
  CHECK (outcome_date >= "date")
) {strict};

-- sheet line 3
CREATE TABLE education (
  id            {id},
  officer_id    {ref}  NOT NULL REFERENCES officer (id),
  kind          {text} NOT NULL CHECK (kind IN ('education', 'advanced-training', 'retraining',
                                                'degree', 'title')),
  institution   {text} NOT NULL {line institution},
  speciality    {text} {line speciality},
  qualification {text} {line qualification},
  document_no   {text} {line document_no},
  finished      {date} {is-date finished},
  version       {int}  NOT NULL DEFAULT 1
) {strict};
CREATE UNIQUE INDEX education_key
  ON education (officer_id, kind, institution, coalesce (document_no, ''));

-- §8, §23, §26, §29: who attests; body_id is the agency for the Central commission
CREATE TABLE commission (
  id         {id},
  body_id    {ref}  NOT NULL REFERENCES body (id),
  number     {int}  NOT NULL CHECK (number > 0),
  order_no   {text} NOT NULL {line order_no},
  order_date {date} NOT NULL {is-date order_date},
  quorum     {int}  CHECK (quorum >= 3),
  version    {int}  NOT NULL DEFAULT 1,
  UNIQUE (body_id, number)
) {strict};
CREATE TABLE commission_member (
  id            {id},
  commission_id {ref}  NOT NULL REFERENCES commission (id),
  officer_id    {ref}  NOT NULL REFERENCES officer (id),
  role          {text} NOT NULL CHECK (role IN ('chair', 'deputy-chair', 'member', 'secretary')),
  version       {int}  NOT NULL DEFAULT 1,
  UNIQUE (commission_id, officer_id)
) {strict};
CREATE UNIQUE INDEX commission_chair ON commission_member (commission_id) WHERE role = 'chair';

-- who a login is on a server, and what they may do here: "hr,admin"; a local file has none
CREATE TABLE account (
  id         {id},
  login      {text} NOT NULL UNIQUE CHECK (login <> ''),
  body_id    {ref}  REFERENCES body (id),
  officer_id {ref}  REFERENCES officer (id),
  roles      {text} NOT NULL DEFAULT ''
) {strict};

-- the audit chain: append-only, see app/store/sarap-audit.h
CREATE TABLE audit (
  seq        {ref}  PRIMARY KEY,
  moment     {text} NOT NULL CHECK (length (moment) <= 40),
  actor      {text} NOT NULL CHECK (length (actor) <= 255),
  action     {text} NOT NULL CHECK (length (action) <= 40),
  record     {text} NOT NULL CHECK (length (record) <= 63),
  record_id  {ref},
  officer_id {ref},
  detail     {text} NOT NULL {bounded detail},
  salt       {text} NOT NULL CHECK (length (salt) = 32),
  digest     {text} NOT NULL CHECK (length (digest) = 64),
  chain      {text} NOT NULL CHECK (length (chain) = 64)
) {strict};
CREATE INDEX audit_officer ON audit (officer_id, seq);
-- its newest line; with it a chain that was cut short is found. copying is 1 until the database
-- writes a line of its own: so long a backup's lines may be put in as they are.
CREATE TABLE audit_head (
  id      {int}  PRIMARY KEY CHECK (id = 1),
  seq     {ref}  NOT NULL,
  chain   {text} NOT NULL,
  copying {int}  NOT NULL
) {strict};
INSERT INTO audit_head VALUES (1, 0, '', 1);

-- One line of facts a table, from which the rest is made: on PostgreSQL views, rights, audit lines and
-- telling (…postgresql-3-expose.sql), on SQLite audit lines (app/store/sarap-expose.c).
--   reads     known: everybody with an account; file: whose files one sees; commission: those of its
--             sittings; self: one's own row; whole: who reads all
--   writes    hr: of the files of one's body; agency: the agency's HR; admin; commission: its
--             secretary from day "since" to day "until"; admin-removes; nobody;
--             @f: who the function f of the row says
--   computed  columns that follow from others: in no audit line and no digest
--   key       of an imported row
--   turn, line  0 for votes: they wait for no other writer, and have no line of their own
CREATE TABLE record_kind (
  record   {text} PRIMARY KEY,
  reads    {text} NOT NULL
           CHECK (reads IN ('known', 'file', 'commission', 'self', 'whole')),
  writes   {text} NOT NULL CHECK (writes IN ('hr', 'agency', 'admin', 'commission',
                                             'admin-removes', 'nobody') OR writes LIKE '@%'),
  computed {text} NOT NULL DEFAULT '',
  key      {text},
  since    {text},
  until    {text},
  turn     {int}  NOT NULL DEFAULT 1,
  line     {int}  NOT NULL DEFAULT 1
) {strict};
INSERT INTO record_kind (record, reads, writes, computed, key) VALUES
  ('body', 'known', 'agency', '', 'code'),
  ('unit', 'known', 'agency', '', 'body_id, code'),
  ('officer', 'file', 'hr', 'sort_key,search_key,loose_key,body_id,unit_id', 'iin'),
  ('service', 'file', 'hr', '', 'officer_id, employer_kind, "start"'),
  ('deferral', 'file', 'hr', '', 'officer_id, kind, "start"'),
  ('attestation', 'file', 'hr', '', 'officer_id, kind, "date"'),
  ('education', 'file', 'hr', '', 'officer_id, kind, institution, coalesce (document_no, '''')'),
  ('commission', 'known', 'admin', '', NULL),
  ('commission_member', 'known', 'admin', '', NULL),
  ('account', 'self', 'admin-removes', '', NULL);
