BEGIN TRANSACTION;
CREATE TABLE admin_act (
	id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	by_id INTEGER, 
	act VARCHAR(20) NOT NULL, 
	subject_id INTEGER, 
	about JSON, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_admin_act PRIMARY KEY (id), 
	CONSTRAINT fk_admin_act_by_id_user FOREIGN KEY(by_id) REFERENCES user (id), 
	CONSTRAINT fk_admin_act_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT fk_admin_act_subject_id_user FOREIGN KEY(subject_id) REFERENCES user (id)
);
INSERT INTO "admin_act" VALUES(1,1,1,'erased',2,NULL,'2026-11-24 09:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0020');
CREATE TABLE anchor (
	item_version_id INTEGER NOT NULL, 
	article_version_id INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	CONSTRAINT pk_anchor PRIMARY KEY (item_version_id, article_version_id, place), 
	CONSTRAINT fk_anchor_article_version_id_article_version FOREIGN KEY(article_version_id) REFERENCES article_version (id), 
	CONSTRAINT fk_anchor_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id)
);
INSERT INTO "anchor" VALUES(1,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(2,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(3,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(4,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(5,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(6,2,0,294,394,'Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.');
INSERT INTO "anchor" VALUES(7,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(8,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(9,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(10,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO "anchor" VALUES(11,1,0,0,46,'A Vienna fu firmato l’accordo il 3 marzo 2024.');
CREATE TABLE article (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	owner_id INTEGER, 
	lang VARCHAR(5) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_article PRIMARY KEY (id), 
	CONSTRAINT fk_article_owner_id_user FOREIGN KEY(owner_id) REFERENCES user (id), 
	CONSTRAINT fk_article_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_article_public_id UNIQUE (public_id)
);
INSERT INTO "article" VALUES(1,'x88xdaw3rdjjg3ik',1,NULL,'it','2026-11-24 09:00:00.000000');
INSERT INTO "article" VALUES(2,'wq8hsshjak2ymnzf',1,1,'it','2026-11-24 09:00:00.000000');
CREATE TABLE article_version (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	title VARCHAR(500) NOT NULL, 
	subtitle VARCHAR(1000), 
	outlet VARCHAR(200) NOT NULL, 
	author VARCHAR(200) NOT NULL, 
	published DATE, 
	retrieved DATE, 
	url VARCHAR(2000) NOT NULL, 
	licence VARCHAR(200) NOT NULL, 
	origin VARCHAR(200) NOT NULL, 
	rights VARCHAR(10) NOT NULL, 
	purge_on DATE, 
	sources JSON NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	text TEXT, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_article_version PRIMARY KEY (id), 
	CONSTRAINT fk_article_version_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT uq_article_version_article_id_number UNIQUE (article_id, number)
);
INSERT INTO "article_version" VALUES(1,1,1,'L’accordo',NULL,'Quotidia','Redazione','2024-03-04','2024-03-04','unknown','CC BY 4.0','Quotidia','full',NULL,'[]','159b5437ebb5d11a290e4f930e21f5be368c206331ffa95a15dcaf1ce23fa204','A Vienna fu firmato l’accordo il 3 marzo 2024.

Secondo il ministro, l’intesa potrebbe durare.','2026-11-24 09:00:00.000000');
INSERT INTO "article_version" VALUES(2,2,1,'La banca centrale taglia i tassi per la prima volta in tre anni',NULL,'Prova','unknown',NULL,NULL,'unknown','unknown','Prova','full',NULL,'[]','f03b930f839d788cde0869070f2871a231853cb057280082a64a848f49074c81','La banca centrale taglia i tassi per la prima volta in tre anni

La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026. Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023. Il nuovo tasso entrerà in vigore il 17 giugno 2026.

Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026. La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi. «Decideremo riunione per riunione, guardando ai dati e non al calendario», ha detto Christine Lagarde in conferenza stampa.

In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026. In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia. Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.

Alcuni economisti temono che il taglio possa indebolire l’euro nei prossimi mesi. La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs. La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.

Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%. La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%. Per la Francia la Commissione europea stima una crescita dello 0,8%.
','2026-11-24 09:00:00.000000');
CREATE TABLE "assignment" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	class_id INTEGER, 
	opens_at DATETIME, 
	due_at DATETIME, 
	closes_at DATETIME, 
	feedback VARCHAR(10) NOT NULL, 
	attempts_allowed INTEGER, 
	grade_rule VARCHAR(10) NOT NULL, 
	time_limit_s INTEGER, 
	article_open BOOLEAN NOT NULL, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	edition INTEGER NOT NULL, 
	closing_cuts BOOLEAN DEFAULT 0 NOT NULL, 
	extra_s INTEGER DEFAULT '0' NOT NULL, 
	stopped_at DATETIME, 
	release JSON, 
	dont_know BOOLEAN DEFAULT 0 NOT NULL, 
	scoring VARCHAR(10) DEFAULT 'plain' NOT NULL, 
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT uq_assignment_public_id UNIQUE (public_id), 
	CONSTRAINT fk_assignment_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT fk_assignment_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_assignment_created_by_user FOREIGN KEY(created_by) REFERENCES user (id)
);
INSERT INTO "assignment" VALUES(1,'jwvwqgnwjee8ma8z',1,1,1,NULL,NULL,NULL,'immediate',NULL,'first',NULL,1,1,'2026-11-24 09:00:00.000000',1,0,0,NULL,NULL,0,'plain');
INSERT INTO "assignment" VALUES(2,'wqmcas759s9iiiq8',1,1,1,NULL,NULL,NULL,'deferred',NULL,'first',1800,1,1,'2026-11-24 09:00:00.000000',1,1,0,NULL,NULL,1,'certainty');
CREATE TABLE assignment_act (
	id INTEGER NOT NULL, 
	assignment_id INTEGER NOT NULL, 
	act VARCHAR(20) NOT NULL, 
	by_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_assignment_act PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_act_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT fk_assignment_act_by_id_user FOREIGN KEY(by_id) REFERENCES user (id)
);
INSERT INTO "assignment_act" VALUES(1,1,'closed',1,'2026-11-24 09:00:00.000000');
INSERT INTO "assignment_act" VALUES(2,1,'reopened',1,'2026-11-24 09:00:00.000000');
CREATE TABLE assignment_extra (
	assignment_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	percent INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	attempts INTEGER NOT NULL, 
	CONSTRAINT pk_assignment_extra PRIMARY KEY (assignment_id, user_id), 
	CONSTRAINT fk_assignment_extra_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT fk_assignment_extra_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
INSERT INTO "assignment_extra" VALUES(2,3,130,10,1);
CREATE TABLE assignment_student (
	assignment_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	CONSTRAINT pk_assignment_student PRIMARY KEY (assignment_id, user_id), 
	CONSTRAINT fk_assignment_student_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT fk_assignment_student_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
INSERT INTO "assignment_student" VALUES(2,3);
CREATE TABLE "attempt" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	quiz_id INTEGER, 
	assignment_id INTEGER, 
	purpose VARCHAR(10) NOT NULL, 
	number INTEGER NOT NULL, 
	feedback VARCHAR(10) NOT NULL, 
	article_open BOOLEAN NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	size INTEGER NOT NULL, 
	answered INTEGER NOT NULL, 
	"right" INTEGER NOT NULL, 
	mark VARCHAR(60) NOT NULL, 
	maximum VARCHAR(60) NOT NULL, 
	share DOUBLE NOT NULL, 
	started_at DATETIME NOT NULL, 
	last_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	dont_know BOOLEAN DEFAULT 0 NOT NULL, 
	scoring VARCHAR(10) DEFAULT 'plain' NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT fk_attempt_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_attempt_user_id_assignment_id_purpose_number UNIQUE (user_id, assignment_id, purpose, number), 
	CONSTRAINT fk_attempt_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT fk_attempt_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT uq_attempt_public_id UNIQUE (public_id)
);
INSERT INTO "attempt" VALUES(1,'mjcke6jngtt6dssj',1,3,1,2,'graded',1,'deferred',1,'submitted',5,1,1,'1','5',0.2,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000',0,'plain');
INSERT INTO "attempt" VALUES(2,'fhpkt4af7cukvx7h',1,3,NULL,NULL,'practice',1,'immediate',0,'submitted',1,1,1,'1','1',1.0,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000',1,'plain');
CREATE TABLE attempt_event (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER, 
	kind VARCHAR(20) NOT NULL, 
	about JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_attempt_event PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_event_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id)
);
INSERT INTO "attempt_event" VALUES(1,1,1,'unreadable','{}','2026-11-24 09:00:00.000000');
CREATE TABLE bank (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	owner_id INTEGER, 
	visible VARCHAR(10) NOT NULL, 
	slug VARCHAR(120), 
	title VARCHAR(300) NOT NULL, 
	lang VARCHAR(5) NOT NULL, 
	licence VARCHAR(200), 
	topic VARCHAR(120), 
	article_id INTEGER, 
	synced_hash VARCHAR(64), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_bank PRIMARY KEY (id), 
	CONSTRAINT fk_bank_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_bank_owner_id_user FOREIGN KEY(owner_id) REFERENCES user (id), 
	CONSTRAINT fk_bank_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_bank_public_id UNIQUE (public_id), 
	CONSTRAINT uq_bank_school_id_slug UNIQUE (school_id, slug)
);
INSERT INTO "bank" VALUES(1,'ffg2rxziphhnu62c',1,1,'school','it/accordo','L’accordo di Vienna','it','CC BY 4.0','Prova',1,'159b5437ebb5d11a290e4f930e21f5be368c206331ffa95a15dcaf1ce23fa204','2026-11-24 09:00:00.000000');
INSERT INTO "bank" VALUES(2,'yfnb4qf7cp54zqb4',1,1,'own',NULL,'La banca centrale taglia i tassi per la prima volta in tre anni','it',NULL,NULL,2,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "bank" VALUES(3,'c5trbd4eec9rsua3',1,1,'own',NULL,'Capitali','it',NULL,NULL,NULL,NULL,'2026-11-24 09:00:00.000000');
CREATE TABLE bank_opening (
	bank_id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	opened_by INTEGER, 
	opened_at DATETIME NOT NULL, 
	CONSTRAINT pk_bank_opening PRIMARY KEY (bank_id, class_id), 
	CONSTRAINT fk_bank_opening_bank_id_bank FOREIGN KEY(bank_id) REFERENCES bank (id), 
	CONSTRAINT fk_bank_opening_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_bank_opening_opened_by_user FOREIGN KEY(opened_by) REFERENCES user (id)
);
INSERT INTO "bank_opening" VALUES(1,1,1,'2026-11-24 09:00:00.000000');
CREATE TABLE "class" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	subject VARCHAR(120) NOT NULL, 
	timezone VARCHAR(64) NOT NULL, 
	created_at DATETIME NOT NULL, 
	school_year VARCHAR(9) DEFAULT '' NOT NULL, 
	join_code VARCHAR(6), 
	join_until DATETIME, 
	locked BOOLEAN DEFAULT 0 NOT NULL, 
	asks_approval BOOLEAN DEFAULT 0 NOT NULL, 
	archived_at DATETIME, mark_passes INTEGER DEFAULT '60' NOT NULL, mark_lowest INTEGER DEFAULT '2' NOT NULL, mark_steps INTEGER DEFAULT '2' NOT NULL, 
	CONSTRAINT pk_class PRIMARY KEY (id), 
	CONSTRAINT fk_class_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_class_public_id UNIQUE (public_id), 
	CONSTRAINT uq_class_join_code UNIQUE (join_code)
);
INSERT INTO "class" VALUES(1,'mt3hn9ww8cw9q49t',1,'3ªB','Storia','Europe/Rome','2026-11-24 09:00:00.000000','','AT9M26','2026-12-08 09:00:00.000000',0,0,NULL,60,2,2);
CREATE TABLE decision (
	id INTEGER NOT NULL, 
	draft_id INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	act VARCHAR(10) NOT NULL, 
	by_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	fields JSON NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT fk_decision_by_id_user FOREIGN KEY(by_id) REFERENCES user (id), 
	CONSTRAINT fk_decision_draft_id_draft FOREIGN KEY(draft_id) REFERENCES draft (id), 
	CONSTRAINT uq_decision_draft_id_seq UNIQUE (draft_id, seq)
);
INSERT INTO "decision" VALUES(1,1,1,'accept',1,'2026-11-24 09:00:00.000000','[]');
CREATE TABLE draft (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	article_version_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	family VARCHAR(40) NOT NULL, 
	engine VARCHAR(20) NOT NULL, 
	drawer VARCHAR(10) NOT NULL, 
	origin VARCHAR(10) NOT NULL, 
	item JSON NOT NULL, 
	flaws JSON NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	seq INTEGER NOT NULL, 
	item_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (id), 
	CONSTRAINT fk_draft_article_version_id_article_version FOREIGN KEY(article_version_id) REFERENCES article_version (id), 
	CONSTRAINT fk_draft_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT uq_draft_article_version_id_position UNIQUE (article_version_id, position), 
	CONSTRAINT uq_draft_public_id UNIQUE (public_id)
);
INSERT INTO "draft" VALUES(1,'snw2gk4yi8uenuen',2,1,'who-told','rules-1','check','engine','{"id": "d01", "type": "choice", "lang": "it", "stem": "Quale fonte manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? \u00abSecondo _____, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "Christine Lagarde, presidente", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb"}, {"text": "La Banca d\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "L\u2019istituto di Francoforte", "fraction": 1}], "explanation": "Risposta: L\u2019istituto di Francoforte. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','[]','accepted',1,6,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(2,'pipjyusyvhz63bhr',2,2,'kind-status','rules-1','check','engine','{"id": "d02", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 1, "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "opinion"}], "explanation": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','[]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(3,'qsb66av95imut3a4',2,3,'kind-status','rules-1','check','engine','{"id": "d03", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 1, "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "opinion"}], "explanation": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}','[]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(4,'fm7a2u4gewjs5nny',2,4,'classify-kinds','rules-1','check','engine','{"id": "d04", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo ciascuna di queste frasi?", "categories": [{"text": "Dato per certo", "kind": "fact"}, {"text": "Dichiarazione", "kind": "claim"}, {"text": "Previsione", "kind": "forecast"}], "statements": [{"text": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.", "category": 1, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce."}, {"text": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.", "category": 1, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce."}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.", "category": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno."}, {"text": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.", "category": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno."}], "explanation": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce. Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce. L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f02", "f07", "f03", "f09"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}, {"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}, {"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}, {"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}','["dangling", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(5,'5rv2sxtyitziq5y4',2,5,'short-answer','rules-1','check','engine','{"id": "d05", "type": "text", "lang": "it", "stem": "Quale banca aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026?", "answers": [{"text": "Banca del Canada", "fraction": 1}, {"text": "del Canada", "fraction": 1}, {"text": "Canada", "fraction": 1}, {"text": "la Banca del Canada", "fraction": 1}, {"text": "la Canada", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Banca del Canada. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(6,'qyqmgap7e6xcjpwi',2,6,'ordering','rules-1','check','engine','{"id": "d06", "type": "ordering", "lang": "it", "stem": "Metti in ordine di tempo questi fatti dell\u2019articolo, dal primo all\u2019ultimo.", "order": [{"text": "L\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%", "feedback": "\u00c8 del 2025: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}]}, {"text": "In Germania il costo medio dei mutui era salito al 4,2%", "feedback": "\u00c8 del gennaio 2026: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}]}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3%", "feedback": "\u00c8 del 4 giugno 2026: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}]}], "explanation": "Le date dell\u2019articolo: 2025; gennaio 2026; 4 giugno 2026.", "facts": ["f09", "f03"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}, {"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}, {"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}','["dangling", "undated", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(7,'em9as3ukyeyuu5i2',2,7,'cloze-parts','rules-1','check','engine','{"id": "d07", "type": "cloze", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abLa [[1]] ha tagliato i tassi di interesse dello 0,25% gioved\u00ec [[2]].\u00bb", "gaps": [{"type": "text", "answers": [{"text": "Banca centrale europea", "fraction": 1}]}, {"type": "text", "answers": [{"text": "11 giugno 2026", "fraction": 1}]}], "explanation": "L\u2019articolo dice: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f01"], "evidence": [{"start": 65, "end": 159, "quote": "La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["leans-on-context", "relative-time", "rough"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(8,'kcrgdidr4igmf42f',2,8,'kind-status','rules-1','check','engine','{"id": "d08", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 1, "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "opinion"}], "explanation": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','[]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(9,'zdg3nf4649qa8358',2,9,'who-said','rules-1','check','engine','{"id": "d09", "type": "text", "lang": "it", "stem": "A chi attribuisce l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa affermazione? \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni.\u00bb", "answers": [{"text": "La Banca d''Italia", "fraction": 1}, {"text": "Banca d''Italia", "fraction": 1}, {"text": "Bankitalia", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: La Banca d''Italia. L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(10,'d76g2wiydf8vga45',2,10,'multiple-statements','rules-1','check','engine','{"id": "d10", "type": "multiple", "lang": "it", "stem": "Quali di queste informazioni si leggono nell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? Possono essere pi\u00f9 di una.", "options": [{"text": "Il tasso sui depositi scende cos\u00ec al 4,13%, il livello pi\u00f9 basso dal marzo 2023.", "fraction": 0, "feedback": "L\u2019articolo dice un\u2019altra cosa: 2,75, non 4,13."}, {"text": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,9% nel maggio 2026.", "fraction": 0, "feedback": "L\u2019articolo dice un\u2019altra cosa: 2,1, non 2,9."}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.", "fraction": 1, "feedback": "\u00c8 nel paragrafo 4."}, {"text": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.", "fraction": 1, "feedback": "\u00c8 nel paragrafo 1."}], "explanation": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1). L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1). L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03", "f05", "f08", "f02"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}, {"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}, {"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}, {"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}','["not-central", "dangling"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(11,'is7biixrgsiz5tfv',2,11,'short-answer','rules-1','check','engine','{"id": "d11", "type": "text", "lang": "it", "stem": "Secondo l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb, chi ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese?", "answers": [{"text": "Fabio Panetta", "fraction": 1}, {"text": "Panetta", "fraction": 1}, {"text": "Il governatore della Banca d\u2019Italia Fabio Panetta", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Fabio Panetta. L\u2019articolo dice: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb (paragrafo 3).", "facts": ["f04"], "evidence": [{"start": 807, "end": 924, "quote": "Il governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "timing": "current"}','["not-central", "dangling", "heavy"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(12,'zv97j3knydk4gjty',2,12,'gap-country','rules-1','check','engine','{"id": "d12", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Banca _____ aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "del Messico", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Per\u00f9", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Cile", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Canada", "fraction": 1}], "explanation": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(13,'2s7nw9i2ray7w74e',2,13,'short-answer','rules-1','check','engine','{"id": "d13", "type": "text", "lang": "it", "stem": "Secondo l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb, quale istituzione prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%?", "answers": [{"text": "Commissione europea", "fraction": 1}, {"text": "Commissione Ue", "fraction": 1}, {"text": "esecutivo europeo", "fraction": 1}, {"text": "esecutivo comunitario", "fraction": 1}, {"text": "la Commissione europea", "fraction": 1}, {"text": "la Commissione Ue", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Commissione europea. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}','["not-central", "dangling"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(14,'hyufj6mj72vayvgp',2,14,'kind-status','rules-1','check','engine','{"id": "d14", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 1, "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "opinion"}], "explanation": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','[]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(15,'v8ucbyg4vh9g9qxe',2,15,'gap-body','rules-1','check','engine','{"id": "d15", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00ab_____ prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "La Federal Reserve", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb"}, {"text": "La Bce", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"text": "La Commissione europea", "fraction": 1}, {"text": "La Banca d''Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}], "explanation": "Risposta: la Commissione europea. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}','["not-central", "attribution-lost"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(16,'9ajxv55j76jssw9i',2,16,'gap-date','rules-1','check','engine','{"id": "d16", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il _____.\u00bb", "options": [{"text": "17 giugno 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb"}, {"text": "4 giugno 2026", "fraction": 1}, {"text": "1 settembre 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "7 febbraio 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 4 giugno 2026. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(17,'42j9vq8f2x4niegv',2,17,'gap-percent','rules-1','check','engine','{"id": "d17", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal _____% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "3,25", "fraction": 1}, {"text": "4,88", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,75", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "2,44", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 3,25. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["trivial", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(18,'sg8msin7c5sm483w',2,18,'gap-typed-number','rules-1','check','engine','{"id": "d18", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al _____% nel maggio 2026.\u00bb", "numbers": [{"value": "2.1", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 2,1%."}], "unit": "%", "explanation": "Risposta: 2,1%. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(19,'axxbpcqur8nt37iz',2,19,'gap-body','rules-1','check','engine','{"id": "d19", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo _____.\u00bb", "options": [{"text": "la Commissione europea", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb"}, {"text": "la Banca d\u2019Italia", "fraction": 1}, {"text": "la Bce", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"text": "la Federal Reserve", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb"}], "explanation": "Risposta: la Banca d\u2019Italia. L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}','["attribution-lost", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(20,'rss7pg75qqez88kv',2,20,'gap-date','rules-1','check','engine','{"id": "d20", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel _____.\u00bb", "options": [{"text": "marzo 2023", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "marzo 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "gennaio 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}, {"text": "maggio 2026", "fraction": 1}], "explanation": "Risposta: maggio 2026. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(21,'fkxwtz73wzzdqtgp',2,21,'gap-percent','rules-1','check','engine','{"id": "d21", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al _____% nel maggio 2026.\u00bb", "options": [{"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "3,7", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,1", "fraction": 1}, {"text": "4,2", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}], "explanation": "Risposta: 2,1. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(22,'9yf3pxsifdb4f529',2,22,'gap-money','rules-1','check','engine','{"id": "d22", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa _____ euro al mese.\u00bb", "options": [{"text": "49", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "18", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "35", "fraction": 1}, {"text": "42", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 35. L\u2019articolo dice: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb (paragrafo 3).", "facts": ["f04"], "evidence": [{"start": 807, "end": 924, "quote": "Il governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "timing": "current"}','["not-central", "unexplained-name"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(23,'h2tcqqbw3tuff9na',2,23,'gap-date','rules-1','check','engine','{"id": "d23", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl nuovo tasso entrer\u00e0 in vigore il _____.\u00bb", "options": [{"text": "17 giugno 2026", "fraction": 1}, {"text": "25 novembre 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "4 giugno 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}, {"text": "20 febbraio 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 17 giugno 2026. L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f05"], "evidence": [{"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "current"}','["not-central", "dangling", "attribution-lost"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(24,'fifr6uq4fahaq8i7',2,24,'gap-date','rules-1','check','engine','{"id": "d24", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Commissione europea prevede che nel _____ la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "2028", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2026", "fraction": 1}, {"text": "2024", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2025", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}], "explanation": "Risposta: 2026. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "current"}','["not-central", "attribution-lost"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(25,'64tpfciep95ktfz4',2,25,'gap-typed-number','rules-1','check','engine','{"id": "d25", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello _____%.\u00bb", "numbers": [{"value": "0.9", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 0,9%."}], "unit": "%", "explanation": "Risposta: 0,9%. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(26,'n437ebfsz2cci5u8',2,26,'gap-typed-number','rules-1','check','engine','{"id": "d26", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl tasso sui depositi scende cos\u00ec al _____%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "numbers": [{"value": "2.75", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.1", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 2,75%."}], "unit": "%", "explanation": "Risposta: 2,75%. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["dangling", "linked"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(27,'t8h27w2dd5ku4peq',2,27,'gap-country','rules-1','check','engine','{"id": "d27", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer _____ la Commissione europea stima una crescita dello 0,8%.\u00bb", "options": [{"text": "la Spagna", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "l\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "la Francia", "fraction": 1}, {"text": "la Germania", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}], "explanation": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(28,'bjw2pgdp8g4sycz4',2,28,'gap-typed-number','rules-1','check','engine','{"id": "d28", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer la Francia la Commissione europea stima una crescita dello _____%.\u00bb", "numbers": [{"value": "0.8", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 0,8%."}], "unit": "%", "explanation": "Risposta: 0,8%. L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["no-verb", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(29,'vb2cht2cw59duf8u',2,29,'gap-date','rules-1','check','engine','{"id": "d29", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel _____ l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb"}, {"text": "2021", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2030", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2025", "fraction": 1}], "explanation": "Risposta: 2025. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(30,'c2k7kmhw4q4kqngx',2,30,'gap-percent','rules-1','check','engine','{"id": "d30", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello _____%.\u00bb", "options": [{"text": "4,2", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}, {"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,6", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "0,9", "fraction": 1}], "explanation": "Risposta: 0,9. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(31,'k5n6jdcc3vqz5guq',2,31,'gap-percent','rules-1','check','engine','{"id": "d31", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl tasso sui depositi scende cos\u00ec al _____%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "3,25", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}, {"text": "2,20", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "3,85", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,75", "fraction": 1}], "explanation": "Risposta: 2,75. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["dangling", "linked"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(32,'823iutcw7k4bsgd5',2,32,'true-false-swap','rules-1','check','engine','{"id": "d32", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,9% nel maggio 2026.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab2,1\u00bb, non \u00ab2,9\u00bb."}, {"text": "false", "fraction": 1}], "correction": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.", "explanation": "\u00c8 \u00ab2,1\u00bb, non \u00ab2,9\u00bb. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(33,'i42vz9nxgdnv9tas',2,33,'true-false-verbatim','rules-1','check','engine','{"id": "d33", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4)."}], "explanation": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(34,'vgk6esc4hyjy5cav',2,34,'gap-percent','rules-1','check','engine','{"id": "d34", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer la Francia la Commissione europea stima una crescita dello _____%.\u00bb", "options": [{"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,4", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "0,8", "fraction": 1}], "explanation": "Risposta: 0,8. L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(35,'uew5k7nerx6j2b4b',2,35,'true-false-verbatim','rules-1','check','engine','{"id": "d35", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(36,'jkimi7f4my6qhc9s',2,36,'who-quoted','rules-1','check','engine','{"id": "d36", "type": "text", "lang": "it", "stem": "A chi attribuisce l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb queste parole? \u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb", "answers": [{"text": "Christine Lagarde", "fraction": 1}, {"text": "Lagarde", "fraction": 1}, {"text": "Fabio Panetta", "fraction": 0, "feedback": "Nell\u2019articolo dice un\u2019altra cosa: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb"}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Christine Lagarde. L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce.", "facts": [], "evidence": [{"start": 504, "end": 627, "quote": "\u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb, ha detto Christine Lagarde in conferenza stampa."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "timing": "current"}','["not-central", "dangling"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(37,'vdvq4dvyrsb2j33x',2,37,'true-false-verbatim','rules-1','check','engine','{"id": "d37", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1)."}], "explanation": "L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f05"], "evidence": [{"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}','["not-central", "dangling"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(38,'mxju5iyuhz9scixk',2,38,'true-false-verbatim','rules-1','check','engine','{"id": "d38", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(39,'xbzasiciyby38s5b',2,39,'true-false-swap','rules-1','check','engine','{"id": "d39", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl tasso sui depositi scende cos\u00ec al 4,13%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab2,75\u00bb, non \u00ab4,13\u00bb."}, {"text": "false", "fraction": 1}], "correction": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.", "explanation": "\u00c8 \u00ab2,75\u00bb, non \u00ab4,13\u00bb. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["dangling", "linked"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(40,'ghx5wrrtdm39qrps',2,40,'gap-country','rules-1','check','engine','{"id": "d40", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00ab_____ il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "options": [{"text": "In Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "In Svezia", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "In Germania", "fraction": 1}, {"text": "In Francia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb"}], "explanation": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(41,'bu6sxxc6naxsr3ba',2,41,'gap-typed-number','rules-1','check','engine','{"id": "d41", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al _____% nel gennaio 2026.\u00bb", "numbers": [{"value": "4.2", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 4,2%."}], "unit": "%", "explanation": "Risposta: 4,2%. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(42,'5kr4qfrhaz5ftf6k',2,42,'true-false-verbatim','rules-1','check','engine','{"id": "d42", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}','["not-central", "unexplained-name"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(43,'w7m2fcvsqb5y3f5j',2,43,'gap-date','rules-1','check','engine','{"id": "d43", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel _____.\u00bb", "options": [{"text": "settembre 2025", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "maggio 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "marzo 2023", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "gennaio 2026", "fraction": 1}], "explanation": "Risposta: gennaio 2026. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(44,'6yna25p6netixna9',2,44,'gap-percent','rules-1','check','engine','{"id": "d44", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al _____% nel gennaio 2026.\u00bb", "options": [{"text": "4,2", "fraction": 1}, {"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "5,0", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 4,2. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(45,'m6tganwyz8by7wjt',2,45,'gap-typed-name','rules-1','check','engine','{"id": "d45", "type": "text", "lang": "it", "stem": "Scrivi il nome del Paese che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn _____ il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "answers": [{"text": "Germania", "fraction": 1}, {"text": "Repubblica federale tedesca", "fraction": 1}, {"text": "la Germania", "fraction": 1}, {"text": "la Repubblica federale tedesca", "fraction": 1}, {"text": "Berlino", "fraction": 0, "feedback": "Berlino \u00e8 la capitale: qui serve il nome del Paese."}, {"text": "Italia", "fraction": 0, "feedback": "L\u2019articolo ne parla, ma per altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "Canada", "fraction": 0, "feedback": "L\u2019articolo ne parla, ma per altro: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Germania. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(46,'nqb9myqgqrp39zds',2,46,'true-false-verbatim','rules-1','check','engine','{"id": "d46", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(47,'s4dakrthprgq7sbn',2,47,'true-false-verbatim','rules-1','check','engine','{"id": "d47", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1)."}], "explanation": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["dangling", "linked"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(48,'s86wj5vpypadrid9',2,48,'true-false-verbatim','rules-1','check','engine','{"id": "d48", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}','["no-verb", "not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(49,'jfam6v53wrzj9b5p',2,49,'true-false-swap','rules-1','check','engine','{"id": "d49", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Germania il costo medio dei mutui era salito al 3,2% nel gennaio 2026.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab4,2\u00bb, non \u00ab3,2\u00bb."}, {"text": "false", "fraction": 1}], "correction": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.", "explanation": "\u00c8 \u00ab4,2\u00bb, non \u00ab3,2\u00bb. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(50,'a6v3mvtxev5g4u53',2,50,'true-false-verbatim','rules-1','check','engine','{"id": "d50", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3)."}], "explanation": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}','["not-central"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(51,'kdicenfbkivcnvmd',2,51,'cloze-parts','rules-1','check','engine','{"id": "d51", "type": "cloze", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa [[1]] potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di [[2]].\u00bb", "gaps": [{"type": "text", "answers": [{"text": "Federal Reserve", "fraction": 1}]}, {"type": "text", "answers": [{"text": "Goldman Sachs", "fraction": 1}]}], "explanation": "L\u2019articolo dice: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb (paragrafo 4).", "facts": ["f10"], "evidence": [{"start": 1008, "end": 1118, "quote": "La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "gli analisti di Goldman Sachs", "timing": "current"}','["leans-on-context", "rough", "not-central", "heavy"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(52,'ymc69kpnn96d7dpn',2,52,'true-false-verbatim','rules-1','check','engine','{"id": "d52", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce.", "facts": [], "evidence": [{"start": 504, "end": 627, "quote": "\u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb, ha detto Christine Lagarde in conferenza stampa."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "timing": "current"}','["bare-noun", "not-central", "dangling", "unexplained-name"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "draft" VALUES(53,'9piggr3rqt6bwq2p',2,53,'gap-phrase','rules-1','check','engine','{"id": "d53", "type": "text", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa presidente _____ ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb", "answers": [{"text": "Christine Lagarde", "fraction": 1}], "explanation": "L\u2019articolo dice: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb (paragrafo 2). Chi lo dice: la presidente Christine Lagarde. L\u2019articolo riferisce, non garantisce.", "facts": ["f12"], "evidence": [{"start": 395, "end": 503, "quote": "La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la presidente Christine Lagarde", "timing": "current"}','["attribution-lost", "leans-on-context", "rough", "not-central", "dangling", "linked"]','todo',0,NULL,'2026-11-24 09:00:00.000000');
CREATE TABLE drafting (
	article_version_id INTEGER NOT NULL, 
	engine VARCHAR(20) NOT NULL, 
	words INTEGER NOT NULL, 
	unsaid JSON NOT NULL, 
	blocks JSON NOT NULL, 
	sentences JSON NOT NULL, 
	flags JSON NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_drafting PRIMARY KEY (article_version_id), 
	CONSTRAINT fk_drafting_article_version_id_article_version FOREIGN KEY(article_version_id) REFERENCES article_version (id)
);
INSERT INTO "drafting" VALUES(2,'rules-1',233,'["published", "retrieved", "url", "licence"]','[[0, 63, "title"], [65, 292, "body"], [294, 627, "body"], [629, 924, "body"], [926, 1206, "body"], [1208, 1415, "body"]]','[{"start": 65, "end": 159, "kind": "fact", "holder": null, "reason": "relative-time"}, {"start": 160, "end": 240, "kind": "fact", "holder": null, "reason": null}, {"start": 241, "end": 292, "kind": "forecast", "holder": null, "reason": null}, {"start": 294, "end": 394, "kind": "claim", "holder": "l\u2019istituto di Francoforte", "reason": null}, {"start": 395, "end": 503, "kind": "claim", "holder": "la presidente Christine Lagarde", "reason": "points-elsewhere"}, {"start": 504, "end": 627, "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "reason": null}, {"start": 629, "end": 702, "kind": "fact", "holder": null, "reason": null}, {"start": 703, "end": 806, "kind": "claim", "holder": "la Banca d\u2019Italia", "reason": null}, {"start": 807, "end": 924, "kind": "forecast", "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "reason": null}, {"start": 926, "end": 1007, "kind": "forecast", "holder": null, "reason": "relative-time"}, {"start": 1008, "end": 1118, "kind": "forecast", "holder": "gli analisti di Goldman Sachs", "reason": "relative-time"}, {"start": 1119, "end": 1206, "kind": "fact", "holder": null, "reason": null}, {"start": 1208, "end": 1271, "kind": "fact", "holder": null, "reason": null}, {"start": 1272, "end": 1346, "kind": "forecast", "holder": null, "reason": null}, {"start": 1347, "end": 1415, "kind": "fact", "holder": null, "reason": null}]','[]','2026-11-24 09:00:00.000000');
CREATE TABLE erasure (
	id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	cause VARCHAR(10) NOT NULL, 
	by_id INTEGER, 
	counts JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_erasure PRIMARY KEY (id), 
	CONSTRAINT fk_erasure_by_id_user FOREIGN KEY(by_id) REFERENCES user (id), 
	CONSTRAINT fk_erasure_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_erasure_key UNIQUE ("key")
);
INSERT INTO "erasure" VALUES(1,1,'52db312435a66eb03d148fded6376853c4b4a5204a4344c95ec2b34048231739','teacher','asked',1,'{"delete": {"notice": 1}, "empty": {"user": 1}}','2026-11-24 09:00:00.000000');
CREATE TABLE fact (
	id INTEGER NOT NULL, 
	article_version_id INTEGER NOT NULL, 
	"key" VARCHAR(60) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(10) NOT NULL, 
	holder VARCHAR(300), 
	statement TEXT NOT NULL, 
	importance INTEGER, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	CONSTRAINT pk_fact PRIMARY KEY (id), 
	CONSTRAINT fk_fact_article_version_id_article_version FOREIGN KEY(article_version_id) REFERENCES article_version (id), 
	CONSTRAINT uq_fact_article_version_id_key UNIQUE (article_version_id, "key")
);
INSERT INTO "fact" VALUES(1,2,'f01',0,'fact',NULL,'La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026.',NULL,65,159,'La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026.');
INSERT INTO "fact" VALUES(2,2,'f02',1,'claim','l’istituto di Francoforte','Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.',NULL,294,394,'Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.');
INSERT INTO "fact" VALUES(3,2,'f03',2,'fact',NULL,'La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.',NULL,1119,1206,'La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.');
INSERT INTO "fact" VALUES(4,2,'f04',3,'forecast','il governatore della Banca d’Italia Fabio Panetta','Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.',NULL,807,924,'Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.');
INSERT INTO "fact" VALUES(5,2,'f05',4,'forecast',NULL,'Il nuovo tasso entrerà in vigore il 17 giugno 2026.',NULL,241,292,'Il nuovo tasso entrerà in vigore il 17 giugno 2026.');
INSERT INTO "fact" VALUES(6,2,'f06',5,'forecast',NULL,'La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%.',NULL,1272,1346,'La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%.');
INSERT INTO "fact" VALUES(7,2,'f07',6,'claim','la Banca d’Italia','In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia.',NULL,703,806,'In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia.');
INSERT INTO "fact" VALUES(8,2,'f08',7,'fact',NULL,'Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023.',NULL,160,240,'Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023.');
INSERT INTO "fact" VALUES(9,2,'f09',8,'fact',NULL,'Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%.',NULL,1208,1271,'Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%.');
INSERT INTO "fact" VALUES(10,2,'f10',9,'forecast','gli analisti di Goldman Sachs','La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.',NULL,1008,1118,'La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.');
INSERT INTO "fact" VALUES(11,2,'f11',10,'fact',NULL,'Per la Francia la Commissione europea stima una crescita dello 0,8%.',NULL,1347,1415,'Per la Francia la Commissione europea stima una crescita dello 0,8%.');
INSERT INTO "fact" VALUES(12,2,'f12',11,'claim','la presidente Christine Lagarde','La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.',NULL,395,503,'La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.');
CREATE TABLE item (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	bank_id INTEGER NOT NULL, 
	"key" VARCHAR(120) NOT NULL, 
	position INTEGER NOT NULL, 
	supersedes VARCHAR(240), 
	synced_hash VARCHAR(64), 
	created_at DATETIME NOT NULL, copied_from_id INTEGER CONSTRAINT fk_item_copied_from_id_item REFERENCES item (id), copied_number INTEGER, 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT fk_item_bank_id_bank FOREIGN KEY(bank_id) REFERENCES bank (id), 
	CONSTRAINT uq_item_bank_id_key UNIQUE (bank_id, "key"), 
	CONSTRAINT uq_item_public_id UNIQUE (public_id)
);
INSERT INTO "item" VALUES(1,'4cdz3wdsab6674jt',1,'citta',0,NULL,'ca06ed71316024b2b4a1fac1f81cf28eaa94cd28493f2cc680a7089d6807daf4','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(2,'3e6xd8e4ikf3brzt',1,'due',1,NULL,'d61d598e4ca4b9b31a2cc1cd4813b2ff6cdffc52e0baa9ae9051e91d5243d647','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(3,'ss6s93zpah39zxvf',1,'vero',2,NULL,'b1ac11133e7d9de0051081ac65ec9e451375a6d67c18748a8a0296b0c80f5946','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(4,'3s7z7t5ardez4r3b',1,'mese',3,NULL,'d1d73377cb087d087a6193c1aca6f3d26464d0d8aabede2faaf341cf4ddd8318','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(5,'c9xpj7qgbminfrsq',1,'tipi',4,NULL,'e09f53304f923a78aa4910a38bb1a5215aed8799896104a54646c0e0462d7672','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(6,'a2mpn267i8v9zwmw',2,'quale-fonte-manca-in-questa',0,NULL,NULL,'2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(7,'jnnpc3kb75peeve7',1,'in-quale-citta-fu-firmato',5,NULL,NULL,'2026-11-24 09:00:00.000000',1,1);
INSERT INTO "item" VALUES(8,'5t38vpe9gxsm3umm',1,'l-accordo-fu-firmato-nel',6,'vero',NULL,'2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "item" VALUES(9,'gjx8ik33p7uxqcqe',3,'qual-e-la-capitale-d',0,NULL,'107517ecbde54bcbd2b90ee297a02639c8a265a77f631bbe6f78f68d4c7515e5','2026-11-24 09:00:00.000000',NULL,NULL);
CREATE TABLE item_act (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	item_id INTEGER NOT NULL, 
	act VARCHAR(12) NOT NULL, 
	why TEXT NOT NULL, 
	version_id INTEGER NOT NULL, 
	after_id INTEGER, 
	successor_id INTEGER, 
	touched INTEGER NOT NULL, 
	about JSON NOT NULL, 
	by_id INTEGER, 
	at DATETIME NOT NULL, 
	told_at DATETIME, 
	undone_by INTEGER, 
	undone_at DATETIME, 
	CONSTRAINT pk_item_act PRIMARY KEY (id), 
	CONSTRAINT fk_item_act_after_id_item_version FOREIGN KEY(after_id) REFERENCES item_version (id), 
	CONSTRAINT fk_item_act_by_id_user FOREIGN KEY(by_id) REFERENCES user (id), 
	CONSTRAINT fk_item_act_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_item_act_successor_id_item FOREIGN KEY(successor_id) REFERENCES item (id), 
	CONSTRAINT fk_item_act_undone_by_user FOREIGN KEY(undone_by) REFERENCES user (id), 
	CONSTRAINT fk_item_act_version_id_item_version FOREIGN KEY(version_id) REFERENCES item_version (id), 
	CONSTRAINT uq_item_act_public_id UNIQUE (public_id)
);
INSERT INTO "item_act" VALUES(1,'atpvvjxvbfcxqnh2',1,'corrected','Era Ginevra.',1,8,NULL,2,'{"marked_with": {"1": null}}',1,'2026-11-24 09:00:00.000000',NULL,NULL,NULL);
INSERT INTO "item_act" VALUES(2,'4v6i4jdf8yki9mri',2,'withdrawn','Ambigua.',2,9,NULL,2,'{}',1,'2026-11-24 09:00:00.000000',NULL,1,'2026-11-24 09:00:00.000000');
INSERT INTO "item_act" VALUES(3,'jjtzswe64wcwxrrk',3,'superseded','Spostata.',3,NULL,8,0,'{}',1,'2026-11-24 09:00:00.000000',NULL,NULL,NULL);
CREATE TABLE item_listing (
	item_id INTEGER NOT NULL, 
	version_id INTEGER NOT NULL, 
	status VARCHAR(10) NOT NULL, 
	type VARCHAR(20) NOT NULL, 
	kind VARCHAR(10), 
	lang VARCHAR(5) NOT NULL, 
	difficulty VARCHAR(10), 
	timing VARCHAR(10), 
	review_by DATE, 
	author_id INTEGER, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_item_listing PRIMARY KEY (item_id), 
	CONSTRAINT fk_item_listing_author_id_user FOREIGN KEY(author_id) REFERENCES user (id), 
	CONSTRAINT fk_item_listing_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_item_listing_version_id_item_version FOREIGN KEY(version_id) REFERENCES item_version (id)
);
INSERT INTO "item_listing" VALUES(1,8,'ready','choice','fact','it',NULL,'dated',NULL,1,'in quale citta fu firmato l accordo del 2024 vienna ginevra roma era a il 3 marzo');
INSERT INTO "item_listing" VALUES(2,10,'ready','multiple','fact','it',NULL,'dated',NULL,1,'che cosa e vero dell accordo del 2024 di marzo vienna maggio canarino spiegazione a fu firmato l il 3');
INSERT INTO "item_listing" VALUES(3,3,'ready','true_false','fact','it',NULL,'dated',NULL,NULL,'l accordo fu firmato nel 2023 true false canarino corretto spiegazione a vienna il 3 marzo 2024');
INSERT INTO "item_listing" VALUES(4,4,'ready','text','fact','it',NULL,'dated',NULL,NULL,'in quale mese del 2024 fu firmato l accordo marzo canarino spiegazione a vienna il 3');
INSERT INTO "item_listing" VALUES(5,5,'ready','classify','fact','it',NULL,'dated',NULL,NULL,'come presenta l articolo del 2024 queste frasi dato per certo previsione accordo fu firmato intesa potrebbe durare canarino spiegazione a vienna il 3 marzo');
INSERT INTO "item_listing" VALUES(6,6,'in_review','choice','claim','it',NULL,'dated',NULL,1,'quale fonte manca in questa frase dell articolo la banca centrale taglia i tassi per prima volta tre anni secondo l inflazione area euro e scesa al 2 1 nel maggio 2026 istituto di francoforte bozza automatica christine lagarde presidente d italia risposta dice paragrafo chi lo riferisce non garantisce');
INSERT INTO "item_listing" VALUES(7,7,'ready','choice','fact','it',NULL,'dated',NULL,1,'in quale citta fu firmato l accordo del 2024 vienna ginevra roma canarino spiegazione a il 3 marzo');
INSERT INTO "item_listing" VALUES(8,11,'in_review','true_false','fact','it',NULL,'dated',NULL,1,'l accordo fu firmato nel 2023 true false canarino corretto spiegazione a vienna il 3 marzo 2024');
INSERT INTO "item_listing" VALUES(9,12,'in_review','choice',NULL,'it',NULL,NULL,NULL,1,'roma qual e la capitale d italia milano');
CREATE TABLE item_tag (
	item_id INTEGER NOT NULL, 
	tag VARCHAR(120) NOT NULL, 
	CONSTRAINT pk_item_tag PRIMARY KEY (item_id, tag), 
	CONSTRAINT fk_item_tag_item_id_item FOREIGN KEY(item_id) REFERENCES item (id)
);
INSERT INTO "item_tag" VALUES(6,'bozza-automatica');
CREATE TABLE item_version (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	status VARCHAR(10) NOT NULL, 
	type VARCHAR(20) NOT NULL, 
	kind VARCHAR(10), 
	stem TEXT NOT NULL, 
	content JSON NOT NULL, 
	author_id INTEGER, 
	created_at DATETIME NOT NULL, marked_with_id INTEGER CONSTRAINT fk_item_version_marked_with_id_item_version REFERENCES item_version (id), 
	CONSTRAINT pk_item_version PRIMARY KEY (id), 
	CONSTRAINT fk_item_version_author_id_user FOREIGN KEY(author_id) REFERENCES user (id), 
	CONSTRAINT fk_item_version_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number)
);
INSERT INTO "item_version" VALUES(1,1,1,'ready','choice','fact','In quale città fu firmato l’accordo del 2024?','{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000',8);
INSERT INTO "item_version" VALUES(2,2,1,'ready','multiple','fact','Che cosa è vero dell’accordo del 2024?','{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(3,3,1,'ready','true_false','fact','L’accordo fu firmato nel 2023.','{"id": "vero", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(4,4,1,'ready','text','fact','In quale mese del 2024 fu firmato l’accordo?','{"id": "mese", "type": "text", "lang": "it", "stem": "In quale mese del 2024 fu firmato l\u2019accordo?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "answers": [{"id": "a1", "text": "marzo CANARINO", "fraction": 1}, {"id": "a2", "text": "marzo", "fraction": 1}], "match": {"case": false, "accents": true, "punctuation": false, "spaces": false}, "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(5,5,1,'ready','classify','fact','Come presenta l’articolo del 2024 queste frasi?','{"id": "tipi", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo del 2024 queste frasi?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "categories": [{"id": "c1", "text": "Dato per certo", "kind": "fact"}, {"id": "c2", "text": "Previsione", "kind": "forecast"}], "statements": [{"id": "s1", "text": "L\u2019accordo fu firmato.", "category": 0, "feedback": "CANARINO-s1"}, {"id": "s2", "text": "L\u2019intesa potrebbe durare.", "category": 1, "feedback": "CANARINO-s2"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(6,6,1,'in_review','choice','claim','Quale fonte manca in questa frase dell’articolo «La banca centrale taglia i tassi per la prima volta in tre anni»? «Secondo _____, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.»','{"id": "quale-fonte-manca-in-questa", "type": "choice", "lang": "it", "stem": "Quale fonte manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? \u00abSecondo _____, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "kind": "claim", "holder": "l\u2019istituto di Francoforte", "facts": ["f02"], "timing": "dated", "tags": ["bozza-automatica"], "author": "Giulia", "options": [{"id": "o1", "text": "Christine Lagarde, presidente", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb"}, {"id": "o2", "text": "La Banca d\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"id": "o3", "text": "L\u2019istituto di Francoforte", "fraction": 1}], "explanation": "Risposta: L\u2019istituto di Francoforte. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "sources": [{"title": "La banca centrale taglia i tassi per la prima volta in tre anni", "outlet": "Prova"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(7,7,1,'ready','choice','fact','In quale città fu firmato l’accordo del 2024?','{"id": "in-quale-citta-fu-firmato", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(8,1,2,'ready','choice','fact','In quale città fu firmato l’accordo del 2024?','{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "Era Ginevra.", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(9,2,2,'retired','multiple','fact','Che cosa è vero dell’accordo del 2024?','{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(10,2,3,'ready','multiple','fact','Che cosa è vero dell’accordo del 2024?','{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(11,8,1,'in_review','true_false','fact','L’accordo fu firmato nel 2023.','{"id": "l-accordo-fu-firmato-nel", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "supersedes": "vero", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',1,'2026-11-24 09:00:00.000000',NULL);
INSERT INTO "item_version" VALUES(12,9,1,'in_review','choice',NULL,'Qual è la capitale d’Italia?','{"id": "qual-e-la-capitale-d", "type": "choice", "title": "Roma", "lang": "it", "stem": "Qual \u00e8 la capitale d\u2019Italia?", "options": [{"id": "o1", "text": "Milano", "fraction": 0}, {"id": "o2", "text": "Roma", "fraction": 1}]}',1,'2026-11-24 09:00:00.000000',NULL);
CREATE TABLE "job" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	kind VARCHAR(20) NOT NULL, 
	"key" VARCHAR(60) NOT NULL, 
	user_id INTEGER, 
	state VARCHAR(10) NOT NULL, 
	due_at DATETIME NOT NULL, 
	run INTEGER NOT NULL, 
	beat_at DATETIME, 
	progress INTEGER NOT NULL, 
	cancel_asked BOOLEAN NOT NULL, 
	result VARCHAR(200), 
	problem VARCHAR(20), 
	ended_at DATETIME, 
	about JSON, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT fk_job_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_job_kind_key UNIQUE (kind, "key"), 
	CONSTRAINT uq_job_public_id UNIQUE (public_id)
);
INSERT INTO "job" VALUES(1,'k8z8e5u7rcfkaam8','backup','dump',NULL,'failed','2026-11-24 09:00:00.000000',1,'2026-11-24 09:00:00.000000',0,0,NULL,'no room','2026-11-24 09:00:00.000000','{"place": "/backups"}');
INSERT INTO "job" VALUES(2,'wbxmexhm2u5een2y','finalise','dump',NULL,'waiting','2026-11-24 09:00:00.000000',0,NULL,0,0,NULL,NULL,NULL,NULL);
CREATE TABLE "membership" (
	class_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	joined_at DATETIME NOT NULL, 
	nickname VARCHAR(40), 
	nickname_key VARCHAR(40), 
	approved BOOLEAN DEFAULT 1 NOT NULL, extra_percent INTEGER DEFAULT '100' NOT NULL, extra_minutes INTEGER DEFAULT '0' NOT NULL, extra_attempts INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (class_id, user_id), 
	CONSTRAINT fk_membership_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_membership_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_membership_class_id_nickname_key UNIQUE (class_id, nickname_key)
);
INSERT INTO "membership" VALUES(1,1,'teacher','2026-11-24 09:00:00.000000',NULL,NULL,1,100,0,0);
INSERT INTO "membership" VALUES(1,3,'student','2026-11-24 09:00:00.000000',NULL,NULL,1,100,0,0);
INSERT INTO "membership" VALUES(1,6,'student','2026-11-24 09:00:00.000000','Lupo','lupo',1,100,0,0);
CREATE TABLE merged_student (
	former_id INTEGER NOT NULL, 
	kept_id INTEGER NOT NULL, 
	class_id INTEGER NOT NULL, 
	nickname VARCHAR(40), 
	by_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_merged_student PRIMARY KEY (former_id), 
	CONSTRAINT fk_merged_student_by_id_user FOREIGN KEY(by_id) REFERENCES user (id), 
	CONSTRAINT fk_merged_student_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_merged_student_former_id_user FOREIGN KEY(former_id) REFERENCES user (id), 
	CONSTRAINT fk_merged_student_kept_id_user FOREIGN KEY(kept_id) REFERENCES user (id)
);
INSERT INTO "merged_student" VALUES(7,6,1,'Lupa',1,'2026-11-24 09:00:00.000000');
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	about JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	read_at DATETIME, subject VARCHAR(60), 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
INSERT INTO "notice" VALUES(1,1,'reported','{"stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "lang": "it", "item": "4cdz3wdsab6674jt", "count": 1}','2026-11-24 09:00:00.000000',NULL,'reports of item 1');
INSERT INTO "notice" VALUES(2,1,'reported','{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "item": "3e6xd8e4ikf3brzt", "count": 1}','2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000','reports of item 2');
INSERT INTO "notice" VALUES(3,3,'answered','{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "attempt": "mjcke6jngtt6dssj", "n": 2, "state": "mended", "reply": "Grazie."}','2026-11-24 09:00:00.000000',NULL,NULL);
INSERT INTO "notice" VALUES(4,1,'copied','{"stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "lang": "it", "bank_title": "L\u2019accordo di Vienna", "act_name": "corrected", "undone": false, "why": "Era Ginevra.", "copy": "jnnpc3kb75peeve7", "act": "atpvvjxvbfcxqnh2"}','2026-11-24 09:00:00.000000',NULL,'copy 7 corrected');
INSERT INTO "notice" VALUES(5,3,'restored','{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "quiz": "Il quiz sull\u2019accordo", "attempt": "mjcke6jngtt6dssj", "n": 2, "act": "withdrawn"}','2026-11-24 09:00:00.000000',NULL,'act 1 2');
CREATE TABLE outcome (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	seq INTEGER, 
	item_version_id INTEGER NOT NULL, 
	fraction VARCHAR(60) NOT NULL, 
	mark VARCHAR(60) NOT NULL, 
	maximum VARCHAR(60) NOT NULL, 
	share DOUBLE NOT NULL, 
	reason VARCHAR(20) NOT NULL, 
	at DATETIME NOT NULL, act_id INTEGER CONSTRAINT fk_outcome_act_id_item_act REFERENCES item_act (id), 
	CONSTRAINT pk_outcome PRIMARY KEY (attempt_id, position, number), 
	CONSTRAINT fk_outcome_attempt_id_position_slot FOREIGN KEY(attempt_id, position) REFERENCES slot (attempt_id, position), 
	CONSTRAINT fk_outcome_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id)
);
INSERT INTO "outcome" VALUES(1,1,1,1,1,'1','1','1',1.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(1,2,1,NULL,2,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(1,3,1,NULL,3,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(1,4,1,NULL,4,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(1,5,1,NULL,5,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(2,1,1,1,1,'1','1','1',1.0,'answer','2026-11-24 09:00:00.000000',NULL);
INSERT INTO "outcome" VALUES(1,1,2,1,8,'1','1','1',1.0,'corrected','2026-11-24 09:00:00.000000',1);
INSERT INTO "outcome" VALUES(2,1,2,1,8,'1','1','1',1.0,'corrected','2026-11-24 09:00:00.000000',1);
INSERT INTO "outcome" VALUES(1,2,2,NULL,2,'0','0','0',0.0,'withdrawn','2026-11-24 09:00:00.000000',2);
INSERT INTO "outcome" VALUES(2,2,1,NULL,2,'0','0','0',0.0,'withdrawn','2026-11-24 09:00:00.000000',2);
INSERT INTO "outcome" VALUES(1,2,3,NULL,2,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000',2);
CREATE TABLE "quiz" (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	owner_id INTEGER, 
	title VARCHAR(300) NOT NULL, 
	lang VARCHAR(5) NOT NULL, 
	article_id INTEGER, 
	created_at DATETIME NOT NULL, 
	"plan" JSON NOT NULL, 
	plan_number INTEGER NOT NULL, 
	archived_at DATETIME, 
	trashed_at DATETIME, 
	CONSTRAINT pk_quiz PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_quiz_public_id UNIQUE (public_id), 
	CONSTRAINT fk_quiz_owner_id_user FOREIGN KEY(owner_id) REFERENCES user (id), 
	CONSTRAINT fk_quiz_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "quiz" VALUES(1,'ucccxqfab3tnkci9',1,1,'Il quiz sull’accordo','it',1,'2026-11-24 09:00:00.000000','[{"item": 1}, {"item": 2}, {"item": 3}, {"item": 4}, {"item": 5}]',0,NULL,NULL);
CREATE TABLE quiz_article (
	quiz_id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	CONSTRAINT pk_quiz_article PRIMARY KEY (quiz_id, article_id), 
	CONSTRAINT fk_quiz_article_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_quiz_article_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id)
);
INSERT INTO "quiz_article" VALUES(1,1);
CREATE TABLE quiz_edition (
	quiz_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	pools JSON NOT NULL, 
	conflicts JSON NOT NULL, 
	published_by INTEGER, 
	published_at DATETIME NOT NULL, 
	CONSTRAINT pk_quiz_edition PRIMARY KEY (quiz_id, number), 
	CONSTRAINT fk_quiz_edition_published_by_user FOREIGN KEY(published_by) REFERENCES user (id), 
	CONSTRAINT fk_quiz_edition_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id)
);
INSERT INTO "quiz_edition" VALUES(1,1,'{}','[]',1,'2026-11-24 09:00:00.000000');
CREATE TABLE quiz_reading (
	quiz_id INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	said JSON, 
	counted_at DATETIME, 
	CONSTRAINT pk_quiz_reading PRIMARY KEY (quiz_id), 
	CONSTRAINT fk_quiz_reading_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id)
);
INSERT INTO "quiz_reading" VALUES(1,1,'[{"edition": 1, "count": 1, "left": 0, "versions": [8, 2, 3, 4, 5], "reading": {"questions": [{"finding": "one", "n": 1, "facility": 1.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}], "n": 1, "reliability": null}}]','2026-11-24 09:00:00.000000');
CREATE TABLE quiz_reading_change (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	CONSTRAINT pk_quiz_reading_change PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_reading_change_quiz_id_quiz_reading FOREIGN KEY(quiz_id) REFERENCES quiz_reading (quiz_id)
);
INSERT INTO "quiz_reading_change" VALUES(1,1);
INSERT INTO "quiz_reading_change" VALUES(2,1);
CREATE TABLE "quiz_slot" (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER, 
	draw JSON, 
	edition INTEGER NOT NULL, 
	points VARCHAR(60), 
	CONSTRAINT pk_quiz_slot PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_slot_quiz_id_edition_quiz_edition FOREIGN KEY(quiz_id, edition) REFERENCES quiz_edition (quiz_id, number), 
	CONSTRAINT uq_quiz_slot_quiz_id_edition_position UNIQUE (quiz_id, edition, position), 
	CONSTRAINT fk_quiz_slot_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_quiz_slot_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id)
);
INSERT INTO "quiz_slot" VALUES(1,1,1,1,'null',1,NULL);
INSERT INTO "quiz_slot" VALUES(2,1,2,2,'null',1,NULL);
INSERT INTO "quiz_slot" VALUES(3,1,3,3,'null',1,NULL);
INSERT INTO "quiz_slot" VALUES(4,1,4,4,'null',1,NULL);
INSERT INTO "quiz_slot" VALUES(5,1,5,5,'null',1,NULL);
CREATE TABLE recovery_code (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	code_hash VARCHAR(200) NOT NULL, 
	CONSTRAINT pk_recovery_code PRIMARY KEY (id), 
	CONSTRAINT fk_recovery_code_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_recovery_code_user_id_code_hash UNIQUE (user_id, code_hash)
);
INSERT INTO "recovery_code" VALUES(1,3,'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE report (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	reason VARCHAR(10) NOT NULL, 
	words VARCHAR(500) NOT NULL, 
	state VARCHAR(10) NOT NULL, 
	reply VARCHAR(500) NOT NULL, 
	decided_by INTEGER, 
	decided_at DATETIME, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_report PRIMARY KEY (id), 
	CONSTRAINT fk_report_attempt_id_position_slot FOREIGN KEY(attempt_id, position) REFERENCES slot (attempt_id, position), 
	CONSTRAINT fk_report_decided_by_user FOREIGN KEY(decided_by) REFERENCES user (id), 
	CONSTRAINT fk_report_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_report_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT fk_report_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_report_public_id UNIQUE (public_id)
);
INSERT INTO "report" VALUES(1,'msadh9787bem9pqa',1,3,1,1,1,'key','Perché?','open','',NULL,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "report" VALUES(2,'ae9fe83fxfqggmu6',1,3,1,2,2,'other','Perché?','mended','Grazie.',1,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000');
CREATE TABLE response (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	seq INTEGER NOT NULL, 
	given JSON NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_response PRIMARY KEY (attempt_id, position, seq), 
	CONSTRAINT fk_response_attempt_id_position_slot FOREIGN KEY(attempt_id, position) REFERENCES slot (attempt_id, position)
)
 WITHOUT ROWID

;
INSERT INTO "response" VALUES(1,1,1,'{"option": "o1"}','2026-11-24 09:00:00.000000');
INSERT INTO "response" VALUES(2,1,1,'{"option": "o1"}','2026-11-24 09:00:00.000000');
CREATE TABLE "school" (
	id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	timezone VARCHAR(64) NOT NULL, 
	second_approver BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_school PRIMARY KEY (id)
);
INSERT INTO "school" VALUES(1,'Quotidia','Europe/Rome',0);
CREATE TABLE setting (
	"key" VARCHAR(60) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('jobs_seen','2026-11-24T09:00:00+00:00');
CREATE TABLE sign_in_tries (
	school_id INTEGER NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	failures INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_sign_in_tries PRIMARY KEY (school_id, name), 
	CONSTRAINT fk_sign_in_tries_school_id_school FOREIGN KEY(school_id) REFERENCES school (id)
);
INSERT INTO "sign_in_tries" VALUES(1,'ada',2,'2026-11-24 09:00:00.000000');
CREATE TABLE slot (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	"order" JSON NOT NULL, 
	seed VARCHAR(32) NOT NULL, 
	points VARCHAR(60) NOT NULL, place INTEGER, 
	CONSTRAINT pk_slot PRIMARY KEY (attempt_id, position), 
	CONSTRAINT fk_slot_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_slot_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id)
);
INSERT INTO "slot" VALUES(1,1,1,'["o3", "o1", "o2"]','92475d4165ffdb86b0e64631d5afe60b','1',NULL);
INSERT INTO "slot" VALUES(1,2,2,'["o2", "o3", "o1"]','662f4059108fe94247638b7ebe9534ed','1',NULL);
INSERT INTO "slot" VALUES(1,3,3,'["o1", "o2"]','f0e48a7d8d42e1f4ab40508c7afabcc8','1',NULL);
INSERT INTO "slot" VALUES(1,4,4,'[]','0a7c4f8b65b7aa30cf689b3835cf4f5c','1',NULL);
INSERT INTO "slot" VALUES(1,5,5,'["c1", "c2", "s2", "s1"]','fce6f961f9fb289fddad4161a61666fb','1',NULL);
INSERT INTO "slot" VALUES(2,1,1,'["o3", "o1", "o2"]','92475d4165ffdb86b0e64631d5afe60b','1',NULL);
INSERT INTO "slot" VALUES(2,2,2,'["o2", "o3", "o1"]','662f4059108fe94247638b7ebe9534ed','1',NULL);
CREATE TABLE upload (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	user_id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	digest VARCHAR(64) NOT NULL, 
	format VARCHAR(20) NOT NULL, 
	size INTEGER NOT NULL, 
	content TEXT, 
	wish JSON, 
	bank_id INTEGER, 
	created_at DATETIME NOT NULL, 
	done_at DATETIME, 
	CONSTRAINT pk_upload PRIMARY KEY (id), 
	CONSTRAINT fk_upload_bank_id_bank FOREIGN KEY(bank_id) REFERENCES bank (id), 
	CONSTRAINT fk_upload_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_upload_public_id UNIQUE (public_id)
);
INSERT INTO "upload" VALUES(1,'df9jv27h4wtsbacr',1,'a.gift','e338963b2229c49df305414110189ee8ff1102bd4b1cac09361d99dfcf6e99d4','gift',1,NULL,NULL,3,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000');
INSERT INTO "upload" VALUES(2,'xid9v9te5656qn6z',1,'a.gift','e338963b2229c49df305414110189ee8ff1102bd4b1cac09361d99dfcf6e99d4','gift',1,'eJxNj70OwjAMhF8lysyQMgELMwMDrLRCJk2LpbQpqcOPqrw7cSiC8T6fz+dJNs53QHIjZIsNyYWQSKYbEzhNEmse3ArG9BoMK311qE0mSDajo+uAgYW+ZY05Z0w5rA4BrCiDUmYlLAgNAxJYI+oyLFWx3iWBsP1sAIUxJ/Rnb+5oHozdQOj6uRKZZ267x3TN8bjxoNmQqIoL8bN8a/0ZiljFKqHBu4ud36ziG1LfUBY=',NULL,NULL,'2026-11-24 09:00:00.000000',NULL);
CREATE TABLE user (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	sign_in_name VARCHAR(60) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	password_hash VARCHAR(200), 
	active BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, text_size INTEGER DEFAULT '0' NOT NULL, text_spacing INTEGER DEFAULT '0' NOT NULL, totp_nonce VARCHAR(32), totp_step INTEGER, erased_at DATETIME, 
	CONSTRAINT pk_user PRIMARY KEY (id), 
	CONSTRAINT fk_user_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_user_public_id UNIQUE (public_id), 
	CONSTRAINT uq_user_school_id_sign_in_name UNIQUE (school_id, sign_in_name)
);
INSERT INTO "user" VALUES(1,'j6j5hhfdew75f66z',1,'teacher','giulia','Giulia','$argon2id$v=19$m=19456,t=2,p=1$44hFUSUABWTKSIhjrgVqBw$eY+zy8RKLE3dDVyyVKpowsGhNDQDQoEIENHsl+TQy4g',1,'2026-11-24 09:00:00.000000',0,0,'-',NULL,NULL);
INSERT INTO "user" VALUES(2,'av4g6q88h8zv8zmf',1,'teacher','!0223a95e06ff5d22','docente cancellato',NULL,0,'2026-11-24 00:00:00.000000',0,0,NULL,NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "user" VALUES(3,'87jqdr3qyc4csi4c',1,'student','ada','Ada','$argon2id$v=19$m=19456,t=2,p=1$B1PXpWB2+ZOrf1irI6hQvw$3BkZc+g8CgbaExLN/sxixYaCZSdvgDLiUlwFtX8Uz2M',1,'2026-11-24 09:00:00.000000',0,0,NULL,NULL,NULL);
INSERT INTO "user" VALUES(4,'3hgtut4akm62j7fz',1,'student','bruno','Bruno','$argon2id$v=19$m=19456,t=2,p=1$kN9v7amYQ0+fNA0ozXkjag$UKLseHkwxh8y+p+Xu9IwMUgVpJUqJImQ4d0tDLluVm4',1,'2026-11-24 09:00:00.000000',0,0,NULL,NULL,NULL);
INSERT INTO "user" VALUES(5,'qd67fuwt2mjbzdrn',1,'admin','admin','Admin','$argon2id$v=19$m=19456,t=2,p=1$lHL2DO7mbSCWmfVrl62xfQ$5yLbCzDzjb1S30qxVi4eRMaSMVYWY/Lh7zieJxx6ZFo',1,'2026-11-24 09:00:00.000000',0,0,NULL,NULL,NULL);
INSERT INTO "user" VALUES(6,'ijvkehx47ewxwdic',1,'student','~xc7uki9a4zxuut4d','Lupo','-',1,'2026-11-24 09:00:00.000000',0,0,NULL,NULL,NULL);
INSERT INTO "user" VALUES(7,'quezz93cb8td5dy2',1,'student','~xzwhkbmj5vajyzhk','Lupa','-',0,'2026-11-24 09:00:00.000000',0,0,NULL,NULL,NULL);
CREATE TABLE user_session (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	user_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	revoked_at DATETIME, idle_s INTEGER, browser VARCHAR(20) DEFAULT '' NOT NULL, system VARCHAR(20) DEFAULT '' NOT NULL, 
	CONSTRAINT pk_user_session PRIMARY KEY (id), 
	CONSTRAINT fk_user_session_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash)
);
INSERT INTO "user_session" VALUES(1,'1740c32516e5b07b1c57f208208c65d7eb38923a5aef5abf813dc1cf38a86785',1,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000',NULL,NULL,'Firefox','Linux');
CREATE INDEX ix_user_school_id ON user (school_id);
CREATE INDEX ix_article_school_id ON article (school_id);
CREATE INDEX ix_notice_user_id_read_at ON notice (user_id, read_at);
CREATE INDEX ix_user_session_user_id ON user_session (user_id);
CREATE INDEX ix_article_version_sha256 ON article_version (sha256);
CREATE INDEX ix_item_supersedes ON item (supersedes);
CREATE INDEX ix_assignment_student_user_id ON assignment_student (user_id);
CREATE INDEX ix_attempt_event_attempt_id ON attempt_event (attempt_id);
CREATE INDEX ix_slot_item_version_id ON slot (item_version_id);
CREATE INDEX ix_outcome_item_version_id ON outcome (item_version_id);
CREATE INDEX ix_item_tag_tag ON item_tag (tag);
CREATE TRIGGER item_words_insert AFTER INSERT ON item_listing BEGIN INSERT INTO item_words(rowid, words) VALUES (new.item_id, new.words); END;
CREATE TRIGGER item_words_delete AFTER DELETE ON item_listing BEGIN INSERT INTO item_words(item_words, rowid, words) VALUES ('delete', old.item_id, old.words); END;
CREATE TRIGGER item_words_update AFTER UPDATE ON item_listing BEGIN INSERT INTO item_words(item_words, rowid, words) VALUES ('delete', old.item_id, old.words); INSERT INTO item_words(rowid, words) VALUES (new.item_id, new.words); END;
CREATE INDEX ix_quiz_article_article_id ON quiz_article (article_id);
CREATE INDEX ix_quiz_school_id ON quiz (school_id);
CREATE INDEX ix_quiz_slot_item_version_id ON quiz_slot (item_version_id);
CREATE INDEX ix_class_school_id ON class (school_id);
CREATE INDEX ix_membership_user_id ON membership (user_id);
CREATE INDEX ix_draft_item_id ON draft (item_id);
CREATE INDEX ix_report_item_version_id ON report (item_version_id);
CREATE INDEX ix_report_school_id_state ON report (school_id, state);
CREATE INDEX ix_report_user_id_state ON report (user_id, state);
CREATE UNIQUE INDEX uq_report_one_open ON report (attempt_id, position) WHERE state = 'open';
CREATE UNIQUE INDEX uq_notice_one_unread ON notice (user_id, subject) WHERE read_at IS NULL;
CREATE INDEX ix_assignment_extra_user_id ON assignment_extra (user_id);
CREATE INDEX ix_assignment_class_id ON assignment (class_id);
CREATE INDEX ix_assignment_quiz_id ON assignment (quiz_id);
CREATE INDEX ix_assignment_act_assignment_id ON assignment_act (assignment_id);
CREATE INDEX ix_merged_student_kept_id ON merged_student (kept_id);
CREATE INDEX ix_job_state_due_at ON job (state, due_at);
CREATE INDEX ix_job_user_id ON job (user_id);
CREATE INDEX ix_attempt_assignment_id_state ON attempt (assignment_id, state);
CREATE UNIQUE INDEX uq_attempt_one_open ON attempt (user_id, assignment_id, purpose) WHERE state = 'open';
CREATE INDEX ix_attempt_user_id_started_at ON attempt (user_id, started_at);
CREATE UNIQUE INDEX uq_attempt_one_practice ON attempt (user_id) WHERE state = 'open' AND quiz_id IS NULL;
CREATE INDEX ix_bank_opening_class_id ON bank_opening (class_id);
CREATE INDEX ix_item_act_item_id ON item_act (item_id);
CREATE INDEX ix_item_act_successor_id ON item_act (successor_id);
CREATE INDEX ix_outcome_act_id ON outcome (act_id) WHERE act_id IS NOT NULL;
CREATE INDEX ix_upload_user_id ON upload (user_id);
CREATE INDEX ix_erasure_school_id ON erasure (school_id);
CREATE INDEX ix_admin_act_school_id_at ON admin_act (school_id, at);
CREATE INDEX ix_item_copied_from_id ON item (copied_from_id);
CREATE INDEX ix_quiz_reading_change_quiz_id ON quiz_reading_change (quiz_id);
CREATE INDEX ix_attempt_finished ON attempt (quiz_id, user_id, id) WHERE state = 'submitted' AND purpose = 'graded';
CREATE INDEX ix_outcome_further ON outcome (attempt_id, position, number) WHERE number > 1;
CREATE TRIGGER reading_of_attempt_insert AFTER INSERT ON attempt FOR EACH ROW WHEN (NEW.state = 'submitted' AND NEW.purpose = 'graded') BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id); END;
CREATE TRIGGER reading_of_attempt_update AFTER UPDATE OF state, purpose, user_id, quiz_id, assignment_id, mark, maximum, share ON attempt FOR EACH ROW WHEN ((NEW.state = 'submitted' AND NEW.purpose = 'graded') OR (OLD.state = 'submitted' AND OLD.purpose = 'graded')) BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id, OLD.quiz_id); END;
CREATE TRIGGER reading_of_attempt_delete AFTER DELETE ON attempt FOR EACH ROW WHEN (OLD.state = 'submitted' AND OLD.purpose = 'graded') BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (OLD.quiz_id); END;
CREATE TRIGGER reading_of_outcome_insert AFTER INSERT ON outcome FOR EACH ROW WHEN (NEW.number > 1 OR NEW.reason <> 'answer') BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_outcome_update AFTER UPDATE OF seq, item_version_id, mark, maximum ON outcome FOR EACH ROW BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_outcome_delete AFTER DELETE ON outcome FOR EACH ROW BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = OLD.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_response_update AFTER UPDATE OF given ON response FOR EACH ROW BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_response_delete AFTER DELETE ON response FOR EACH ROW BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = OLD.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_user_update AFTER UPDATE OF active ON "user" FOR EACH ROW WHEN (OLD.active <> NEW.active) BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT DISTINCT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.user_id = NEW.id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; END;
CREATE TRIGGER reading_of_assignment_update AFTER UPDATE OF edition ON assignment FOR EACH ROW WHEN (OLD.edition <> NEW.edition) BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id); END;
CREATE VIRTUAL TABLE item_words USING fts5(
    words, content='item_listing', content_rowid='item_id', tokenize='unicode61 remove_diacritics 0'
);
INSERT INTO item_words(item_words) VALUES('rebuild');
COMMIT;
