BEGIN TRANSACTION;
CREATE TABLE activity (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	date TEXT NOT NULL, 
	title TEXT NOT NULL, 
	until TEXT, 
	place TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	participants INTEGER, 
	details TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	url TEXT NOT NULL, 
	task_ids TEXT NOT NULL, 
	institution_ids TEXT NOT NULL, 
	document_ids TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE alembic_version (
	version_num TEXT NOT NULL, 
	PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0004');
CREATE TABLE attachment (
	id TEXT NOT NULL, 
	owner_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	size INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_on TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(sha256) REFERENCES content (sha256) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
INSERT INTO "attachment" VALUES('a1','w1','签到表.pdf',9,'54eea6b21b5fd7b678b76d2cd592e6e5560564469fb68e4ea2fd8f6d651e2ab3','2026-05-09');
CREATE TABLE catalogue_item (
	id TEXT NOT NULL, 
	version_id TEXT NOT NULL, 
	lineage TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	content TEXT NOT NULL, 
	"limit" TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	channels TEXT NOT NULL, 
	responsible TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	level TEXT NOT NULL, 
	audience TEXT NOT NULL, 
	duration TEXT NOT NULL, 
	note TEXT NOT NULL, 
	extra TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(version_id) REFERENCES catalogue_version (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE catalogue_version (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	made_on TEXT NOT NULL, 
	in_force_on TEXT, 
	source_name TEXT NOT NULL, 
	headings TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE consulted_party (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	party TEXT NOT NULL, 
	contact TEXT NOT NULL, 
	address TEXT NOT NULL, 
	about TEXT NOT NULL, 
	opinion TEXT NOT NULL, 
	opinion_reason TEXT NOT NULL, 
	override_reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE contact_entry (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	date TEXT NOT NULL, 
	time TEXT NOT NULL, 
	way TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	with_whom TEXT NOT NULL, 
	reached INTEGER NOT NULL, 
	summary TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE content (
	sha256 TEXT NOT NULL, 
	bytes BLOB NOT NULL, 
	PRIMARY KEY (sha256)
)
 STRICT

;
INSERT INTO "content" VALUES('54eea6b21b5fd7b678b76d2cd592e6e5560564469fb68e4ea2fd8f6d651e2ab3',X'E7ADBEE588B0E8A1A8');
CREATE TABLE decision (
	id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	listed_on TEXT, 
	planned_on TEXT, 
	decided_on TEXT, 
	dropped_on TEXT, 
	dropped_because TEXT NOT NULL, 
	stages TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	url TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE disclosure_settings (
	id TEXT NOT NULL, 
	video_share INTEGER NOT NULL, 
	interpretation_days INTEGER NOT NULL, 
	publication_days INTEGER NOT NULL, 
	consultation_days INTEGER NOT NULL, 
	adoption_days INTEGER NOT NULL, 
	platform_limits TEXT NOT NULL, 
	schedule_headings TEXT NOT NULL, 
	schedule_columns TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE dispute (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	authority TEXT NOT NULL, 
	case_number TEXT NOT NULL, 
	claimant TEXT NOT NULL, 
	claim TEXT NOT NULL, 
	received_on TEXT NOT NULL, 
	procedure TEXT NOT NULL, 
	after_id TEXT NOT NULL, 
	answered_on TEXT, 
	heard_on TEXT, 
	decided_on TEXT, 
	result TEXT NOT NULL, 
	result_text TEXT NOT NULL, 
	decision_number TEXT NOT NULL, 
	redecide_by TEXT, 
	opinion_received_on TEXT, 
	opinion_reported_on TEXT, 
	costs TEXT NOT NULL, 
	lesson TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	in_library INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE errand (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	person TEXT NOT NULL, 
	matter TEXT NOT NULL, 
	asked_on TEXT NOT NULL, 
	due_on TEXT, 
	answered_on TEXT, 
	answer TEXT NOT NULL, 
	reminded_on TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE fee_notice (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	event_id TEXT NOT NULL, 
	basis TEXT NOT NULL, 
	count INTEGER NOT NULL, 
	"before" INTEGER NOT NULL, 
	amount INTEGER NOT NULL, 
	payment_way TEXT NOT NULL, 
	paid_amount INTEGER, 
	receipt_number TEXT NOT NULL, 
	note TEXT NOT NULL, 
	received_on TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE holiday_notice (
	id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	text TEXT NOT NULL, 
	days_off TEXT NOT NULL, 
	makeup_days TEXT NOT NULL, 
	amends INTEGER NOT NULL, 
	taken_on TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE inspection_template (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	items TEXT NOT NULL, 
	source TEXT NOT NULL, 
	note TEXT NOT NULL, 
	imported_on TEXT, 
	retired_on TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE institution (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	sector TEXT NOT NULL, 
	person TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	website TEXT NOT NULL, 
	catalogue_on TEXT, 
	note TEXT NOT NULL, 
	closed_on TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE interpretation (
	id TEXT NOT NULL, 
	document_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	drafted_on TEXT, 
	signed_on TEXT, 
	published_on TEXT, 
	url TEXT NOT NULL, 
	linked INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES official_document (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE journal (
	seq INTEGER NOT NULL, 
	action TEXT NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	operation TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	"before" TEXT, 
	"after" TEXT, 
	PRIMARY KEY (seq)
)
 STRICT

;
INSERT INTO "journal" VALUES(1,'cf3f02b3e6fa49cb83683b0ebe1b466e','2026-11-21T03:04:51.450+00:00','root','create-office','office','office',NULL,'{"id":"office","name":"威宁市云海区司法局","short_name":"区司法局","aliases":["司法局"],"kind":"department","region":"云海区","address":"","phone":"","website":"","reconsideration_authority":"","court":"","letterhead_code":""}');
INSERT INTO "journal" VALUES(2,'59e055ee54104900aaafae32ec4a3bf9','2026-11-21T03:04:51.456+00:00','周敏','add-request','request','r1',NULL,'{"id":"r1","number":"2026-001","applicant":{"name":"林知远","kind":"natural_person","identity_kind":"id_card","identity_number":"","phone":"","email":"","address":"","postcode":"","legal_representative":"","contact_person":"","agent_name":"","agent_identity_number":"","agent_authority":"","rare_characters":""},"channel":"registered_mail","subject":"2025年度法律援助经费决算","description":"","purpose":"","submitted":"2026-09-16","arrived":"2026-09-18","received":"2026-09-18","confirmed_by":"","confirmed_how":"","carrier":"","delivery":"","platform_number":"","handler":"","tags":[],"note":"","outcome":"","outcome_reason":"","reply_number":"","service":null}');
INSERT INTO "journal" VALUES(3,'21f1ed580460467e90f211bc9008c1ba','2026-11-21T03:04:51.460+00:00','周敏','record-event','request_event','e1',NULL,'{"id":"e1","request_id":"r1","date":"2026-09-21","kind":"clarification_requested","argument":"","note":"","actor":"","voided_on":null,"voided_because":""}');
INSERT INTO "journal" VALUES(4,'68eee1d3b0e546e9a47834f75267c8ac','2026-11-21T03:04:51.465+00:00','周敏','import-plan','work_plan','p1',NULL,'{"id":"p1","title":"2026年政务公开工作要点","issuer":"云海区人民政府办公室","document_number":"云政办发〔2026〕3号","year":2026,"source_name":"","source_text":"","imported_on":null}');
INSERT INTO "journal" VALUES(5,'68eee1d3b0e546e9a47834f75267c8ac','2026-11-21T03:04:51.465+00:00','周敏','import-plan','task','t1',NULL,'{"id":"t1","plan_id":"p1","position":1,"number":"一（一）","path":["一、深化政策公开"],"title":"加强政策解读","text":"加强政策解读。对涉及群众切身利益的文件，与文件同步解读。","lead_units":[],"responsible_units":["区司法局"],"units_open":false,"deadline":{"kind":"none","date":null,"text":""},"duties":[],"ours_found":false,"ours_because":"","ours_by_hand":null,"ours_by_hand_because":"","status":"open","done_on":null,"note":""}');
INSERT INTO "journal" VALUES(6,'4b0f823a68a142d9b3620058751860d4','2026-11-21T03:04:51.469+00:00','周敏','add-record','work_record','w1',NULL,'{"id":"w1","task_id":"t1","date":"2026-05-08","text":"举办政策解读培训。"}');
INSERT INTO "journal" VALUES(7,'4b0f823a68a142d9b3620058751860d4','2026-11-21T03:04:51.469+00:00','周敏','add-record','attachment','a1',NULL,'{"id":"a1","owner_id":"w1","name":"签到表.pdf","size":9,"sha256":"54eea6b21b5fd7b678b76d2cd592e6e5560564469fb68e4ea2fd8f6d651e2ab3","added_on":"2026-05-09"}');
CREATE TABLE letter (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	status TEXT NOT NULL, 
	"values" TEXT NOT NULL, 
	family TEXT NOT NULL, 
	year INTEGER, 
	sequence INTEGER, 
	number TEXT NOT NULL, 
	title TEXT NOT NULL, 
	addressee TEXT NOT NULL, 
	paragraphs TEXT NOT NULL, 
	with_calculation INTEGER NOT NULL, 
	party_name TEXT NOT NULL, 
	event_id TEXT NOT NULL, 
	dated TEXT, 
	issued_on TEXT, 
	digest TEXT NOT NULL, 
	replaces TEXT NOT NULL, 
	voided_on TEXT, 
	voided_because TEXT NOT NULL, 
	service TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE letter_wording (
	id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	changed_on TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE office (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	short_name TEXT NOT NULL, 
	aliases TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	region TEXT NOT NULL, 
	address TEXT NOT NULL, 
	phone TEXT NOT NULL, 
	website TEXT NOT NULL, 
	reconsideration_authority TEXT NOT NULL, 
	court TEXT NOT NULL, 
	letterhead_code TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "office" VALUES('office','威宁市云海区司法局','区司法局','["司法局"]','department','云海区','','','','','','');
CREATE TABLE official_document (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	number TEXT NOT NULL, 
	drafter TEXT NOT NULL, 
	formed_on TEXT, 
	attribute TEXT, 
	ground TEXT NOT NULL, 
	reviews TEXT NOT NULL, 
	published TEXT NOT NULL, 
	limit_days INTEGER, 
	keep_until TEXT, 
	taken_down_on TEXT, 
	taken_down_because TEXT NOT NULL, 
	in_force_on TEXT, 
	valid_until TEXT, 
	abolished_on TEXT, 
	abolished_by TEXT NOT NULL, 
	replaces_id TEXT NOT NULL, 
	original_id TEXT NOT NULL, 
	registration TEXT NOT NULL, 
	lineage TEXT NOT NULL, 
	needs_interpretation INTEGER NOT NULL, 
	request_ids TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE platform (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT NOT NULL, 
	parent_id TEXT NOT NULL, 
	category TEXT NOT NULL, 
	limit_days INTEGER, 
	address TEXT NOT NULL, 
	operator TEXT NOT NULL, 
	person TEXT NOT NULL, 
	opened_on TEXT, 
	filed_on TEXT, 
	filing_number TEXT NOT NULL, 
	slimming TEXT NOT NULL, 
	closed_on TEXT, 
	check_every_days INTEGER, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE platform_check (
	id TEXT NOT NULL, 
	platform_id TEXT NOT NULL, 
	date TEXT NOT NULL, 
	last_update TEXT, 
	"by" TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	mended_on TEXT, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(platform_id) REFERENCES platform (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE published_report (
	id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	edition INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	published_on TEXT NOT NULL, 
	address TEXT NOT NULL, 
	because TEXT NOT NULL, 
	figures TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	overrides TEXT NOT NULL, 
	answers TEXT NOT NULL, 
	last_problems TEXT NOT NULL, 
	cases TEXT NOT NULL, 
	disputes TEXT NOT NULL, 
	files TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE register_settings (
	id TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	stage_targets TEXT NOT NULL, 
	numbering TEXT NOT NULL, 
	letterhead TEXT NOT NULL, 
	contact_line TEXT NOT NULL, 
	payment_way TEXT NOT NULL, 
	retention_years INTEGER NOT NULL, 
	retention_years_disputed INTEGER NOT NULL, 
	scan_folder TEXT NOT NULL, 
	ledger_headings TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE reminder_mark (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	acknowledged_on TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE report_draft (
	id TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	proactive TEXT NOT NULL, 
	previous TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	step TEXT NOT NULL, 
	saved_on TEXT, 
	overrides TEXT NOT NULL, 
	answers TEXT NOT NULL, 
	last_problems TEXT NOT NULL, 
	correcting TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE reporting_units (
	id TEXT NOT NULL, 
	names TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE request (
	id TEXT NOT NULL, 
	number TEXT NOT NULL, 
	applicant TEXT NOT NULL, 
	channel TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	description TEXT NOT NULL, 
	purpose TEXT NOT NULL, 
	submitted TEXT, 
	arrived TEXT, 
	received TEXT, 
	confirmed_by TEXT NOT NULL, 
	confirmed_how TEXT NOT NULL, 
	carrier TEXT NOT NULL, 
	delivery TEXT NOT NULL, 
	platform_number TEXT NOT NULL, 
	handler TEXT NOT NULL, 
	tags TEXT NOT NULL, 
	note TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	outcome_reason TEXT NOT NULL, 
	reply_number TEXT NOT NULL, 
	service TEXT, 
	matter TEXT NOT NULL, 
	co_applicants TEXT NOT NULL, 
	arrived_at TEXT NOT NULL, 
	parts TEXT NOT NULL, 
	withheld_ground TEXT NOT NULL, 
	merged_into TEXT NOT NULL, 
	publication TEXT, 
	endings TEXT NOT NULL, 
	archive_number TEXT NOT NULL, 
	archived_on TEXT, 
	retention_years INTEGER, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "request" VALUES('r1','2026-001','{"name":"林知远","kind":"natural_person","identity_kind":"id_card","identity_number":"","phone":"","email":"","address":"","postcode":"","legal_representative":"","contact_person":"","agent_name":"","agent_identity_number":"","agent_authority":"","rare_characters":""}','registered_mail','2025年度法律援助经费决算','','','2026-09-16','2026-09-18','2026-09-18','','','','','','','[]','','','','',NULL,'disclosure','[]','','[]','','',NULL,'[]','',NULL,NULL);
CREATE TABLE request_event (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	date TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	argument TEXT NOT NULL, 
	note TEXT NOT NULL, 
	actor TEXT NOT NULL, 
	voided_on TEXT, 
	voided_because TEXT NOT NULL, 
	approved_by TEXT NOT NULL, 
	until TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
INSERT INTO "request_event" VALUES('e1','r1','2026-09-21','clarification_requested','','','',NULL,'','',NULL);
CREATE TABLE saved_view (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	"view" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	year INTEGER, 
	filters TEXT NOT NULL, 
	sort TEXT NOT NULL, 
	columns TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE search_record (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	date TEXT NOT NULL, 
	place TEXT NOT NULL, 
	method TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	found INTEGER NOT NULL, 
	result TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE section_text (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	section TEXT NOT NULL, 
	text TEXT NOT NULL, 
	saved_on TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES work_plan (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE self_inspection (
	id TEXT NOT NULL, 
	template TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	quarter INTEGER NOT NULL, 
	started_on TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	finished_on TEXT, 
	scores TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE site_message (
	id TEXT NOT NULL, 
	received TEXT NOT NULL, 
	text TEXT NOT NULL, 
	platform_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	number TEXT NOT NULL, 
	sender TEXT NOT NULL, 
	handler TEXT NOT NULL, 
	limit_days INTEGER, 
	answered_on TEXT, 
	result TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 STRICT

;
CREATE TABLE stage_mark (
	id TEXT NOT NULL, 
	request_id TEXT NOT NULL, 
	stage TEXT NOT NULL, 
	date TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(request_id) REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE task (
	id TEXT NOT NULL, 
	plan_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	path TEXT NOT NULL, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	lead_units TEXT NOT NULL, 
	responsible_units TEXT NOT NULL, 
	units_open INTEGER NOT NULL, 
	deadline TEXT NOT NULL, 
	duties TEXT NOT NULL, 
	ours_found INTEGER NOT NULL, 
	ours_because TEXT NOT NULL, 
	ours_by_hand INTEGER, 
	ours_by_hand_because TEXT NOT NULL, 
	status TEXT NOT NULL, 
	done_on TEXT, 
	note TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	proof TEXT NOT NULL, 
	result TEXT NOT NULL, 
	hindrance TEXT NOT NULL, 
	carried_from TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(plan_id) REFERENCES work_plan (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
INSERT INTO "task" VALUES('t1','p1',1,'一（一）','["一、深化政策公开"]','加强政策解读','加强政策解读。对涉及群众切身利益的文件，与文件同步解读。','[]','["区司法局"]',0,'{"kind":"none","date":null,"text":""}','[]',0,'',NULL,'','open',NULL,'','','','','','');
CREATE TABLE task_reminder (
	id TEXT NOT NULL, 
	task_id TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	date TEXT NOT NULL, 
	way TEXT NOT NULL, 
	text TEXT NOT NULL, 
	due TEXT, 
	answered_on TEXT, 
	answer TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE task_step (
	id TEXT NOT NULL, 
	task_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	due TEXT, 
	done_on TEXT, 
	note TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
CREATE TABLE work_plan (
	id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	issuer TEXT NOT NULL, 
	document_number TEXT NOT NULL, 
	year INTEGER NOT NULL, 
	source_name TEXT NOT NULL, 
	source_text TEXT NOT NULL, 
	imported_on TEXT, 
	PRIMARY KEY (id)
)
 STRICT

;
INSERT INTO "work_plan" VALUES('p1','2026年政务公开工作要点','云海区人民政府办公室','云政办发〔2026〕3号',2026,'','',NULL);
CREATE TABLE work_record (
	id TEXT NOT NULL, 
	task_id TEXT NOT NULL, 
	date TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(task_id) REFERENCES task (id) DEFERRABLE INITIALLY DEFERRED
)
 STRICT

;
INSERT INTO "work_record" VALUES('w1','t1','2026-05-08','举办政策解读培训。');
CREATE INDEX index_work_plan_year ON work_plan (year);
CREATE INDEX index_journal_action ON journal (action);
CREATE INDEX index_journal_record ON journal (kind, record_id, seq);
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX index_attachment_sha256 ON attachment (sha256);
CREATE INDEX index_attachment_owner_id ON attachment (owner_id);
CREATE INDEX index_work_record_task_id ON work_record (task_id);
CREATE INDEX index_request_received ON request (received);
CREATE UNIQUE INDEX unique_request_number ON request (number);
CREATE INDEX index_request_event_request_id ON request_event (request_id);
CREATE INDEX index_consulted_party_request_id ON consulted_party (request_id);
CREATE INDEX index_fee_notice_request_id ON fee_notice (request_id);
CREATE INDEX index_search_record_request_id ON search_record (request_id);
CREATE INDEX index_contact_entry_request_id ON contact_entry (request_id);
CREATE INDEX index_errand_request_id ON errand (request_id);
CREATE INDEX index_stage_mark_request_id ON stage_mark (request_id);
CREATE INDEX index_dispute_request_id ON dispute (request_id);
CREATE INDEX index_letter_request_id ON letter (request_id);
CREATE INDEX index_reminder_mark_request_id ON reminder_mark (request_id);
CREATE INDEX index_task_plan_id ON task (plan_id);
CREATE INDEX index_task_step_task_id ON task_step (task_id);
CREATE INDEX index_task_reminder_task_id ON task_reminder (task_id);
CREATE INDEX index_section_text_plan_id ON section_text (plan_id);
CREATE INDEX index_catalogue_item_lineage ON catalogue_item (lineage);
CREATE INDEX index_catalogue_item_version_id ON catalogue_item (version_id);
CREATE INDEX index_official_document_lineage ON official_document (lineage);
CREATE INDEX index_interpretation_document_id ON interpretation (document_id);
CREATE INDEX index_decision_year ON decision (year);
CREATE INDEX index_activity_kind ON activity (kind);
CREATE INDEX index_platform_check_platform_id ON platform_check (platform_id);
CREATE INDEX index_self_inspection_year ON self_inspection (year);
CREATE UNIQUE INDEX unique_report_draft_year ON report_draft (year);
CREATE INDEX index_published_report_year ON published_report (year);
COMMIT;
