BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
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
INSERT INTO "article" VALUES(1,'2fhqpgp7wgxgqsmz',1,NULL,'it','2026-11-24 09:00:00.000000');
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
CREATE TABLE assignment (
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
	CONSTRAINT pk_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_assignment_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_assignment_created_by_user FOREIGN KEY(created_by) REFERENCES user (id), 
	CONSTRAINT fk_assignment_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT fk_assignment_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_assignment_public_id UNIQUE (public_id)
);
INSERT INTO "assignment" VALUES(1,'ncnhhzyz2jxdf8eu',1,1,1,NULL,NULL,NULL,'immediate',NULL,'first',NULL,1,1,'2026-11-24 09:00:00.000000');
INSERT INTO "assignment" VALUES(2,'y8td9655ymf92a8i',1,1,1,NULL,NULL,NULL,'deferred',NULL,'first',NULL,1,1,'2026-11-24 09:00:00.000000');
CREATE TABLE assignment_student (
	assignment_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	CONSTRAINT pk_assignment_student PRIMARY KEY (assignment_id, user_id), 
	CONSTRAINT fk_assignment_student_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT fk_assignment_student_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
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
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_assignment_id_assignment FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	CONSTRAINT fk_attempt_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT fk_attempt_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT fk_attempt_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_attempt_public_id UNIQUE (public_id), 
	CONSTRAINT uq_attempt_user_id_assignment_id_purpose_number UNIQUE (user_id, assignment_id, purpose, number)
);
INSERT INTO "attempt" VALUES(1,'dwsiedkj5d8u4zr9',1,3,1,2,'graded',1,'deferred',1,'submitted',5,1,1,'1','5',0.2,'2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000','2026-11-24 09:00:00.000000');
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
INSERT INTO "bank" VALUES(1,'mf53mtb366mfzw77',1,NULL,'bundled','it/accordo','L’accordo di Vienna','it','CC BY 4.0','Prova',1,NULL,'2026-11-24 09:00:00.000000');
CREATE TABLE class (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	subject VARCHAR(120) NOT NULL, 
	timezone VARCHAR(64) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_class PRIMARY KEY (id), 
	CONSTRAINT fk_class_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_class_public_id UNIQUE (public_id)
);
INSERT INTO "class" VALUES(1,'5mpwwbj2e9tkwhxz',1,'3ªB','Storia','Europe/Rome','2026-11-24 09:00:00.000000');
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
CREATE TABLE item (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	bank_id INTEGER NOT NULL, 
	"key" VARCHAR(120) NOT NULL, 
	position INTEGER NOT NULL, 
	supersedes VARCHAR(240), 
	synced_hash VARCHAR(64), 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT fk_item_bank_id_bank FOREIGN KEY(bank_id) REFERENCES bank (id), 
	CONSTRAINT uq_item_bank_id_key UNIQUE (bank_id, "key"), 
	CONSTRAINT uq_item_public_id UNIQUE (public_id)
);
INSERT INTO "item" VALUES(1,'imbuz77c65jy84xs',1,'citta',0,NULL,'ca06ed71316024b2b4a1fac1f81cf28eaa94cd28493f2cc680a7089d6807daf4','2026-11-24 09:00:00.000000');
INSERT INTO "item" VALUES(2,'bnegjqa2u3knfapd',1,'due',1,NULL,'d61d598e4ca4b9b31a2cc1cd4813b2ff6cdffc52e0baa9ae9051e91d5243d647','2026-11-24 09:00:00.000000');
INSERT INTO "item" VALUES(3,'i6d4ujdbxitu4nh5',1,'vero',2,NULL,'b1ac11133e7d9de0051081ac65ec9e451375a6d67c18748a8a0296b0c80f5946','2026-11-24 09:00:00.000000');
INSERT INTO "item" VALUES(4,'sip9r2xbrrp969b3',1,'mese',3,NULL,'d1d73377cb087d087a6193c1aca6f3d26464d0d8aabede2faaf341cf4ddd8318','2026-11-24 09:00:00.000000');
INSERT INTO "item" VALUES(5,'k5997edz2inrnx7y',1,'tipi',4,NULL,'e09f53304f923a78aa4910a38bb1a5215aed8799896104a54646c0e0462d7672','2026-11-24 09:00:00.000000');
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
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_item_version PRIMARY KEY (id), 
	CONSTRAINT fk_item_version_author_id_user FOREIGN KEY(author_id) REFERENCES user (id), 
	CONSTRAINT fk_item_version_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number)
);
INSERT INTO "item_version" VALUES(1,1,1,'ready','choice','fact','In quale città fu firmato l’accordo del 2024?','{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "item_version" VALUES(2,2,1,'ready','multiple','fact','Che cosa è vero dell’accordo del 2024?','{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "item_version" VALUES(3,3,1,'ready','true_false','fact','L’accordo fu firmato nel 2023.','{"id": "vero", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "item_version" VALUES(4,4,1,'ready','text','fact','In quale mese del 2024 fu firmato l’accordo?','{"id": "mese", "type": "text", "lang": "it", "stem": "In quale mese del 2024 fu firmato l\u2019accordo?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "answers": [{"id": "a1", "text": "marzo CANARINO", "fraction": 1}, {"id": "a2", "text": "marzo", "fraction": 1}], "match": {"case": false, "accents": true, "punctuation": false, "spaces": false}, "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000');
INSERT INTO "item_version" VALUES(5,5,1,'ready','classify','fact','Come presenta l’articolo del 2024 queste frasi?','{"id": "tipi", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo del 2024 queste frasi?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "categories": [{"id": "c1", "text": "Dato per certo", "kind": "fact"}, {"id": "c2", "text": "Previsione", "kind": "forecast"}], "statements": [{"id": "s1", "text": "L\u2019accordo fu firmato.", "category": 0, "feedback": "CANARINO-s1"}, {"id": "s2", "text": "L\u2019intesa potrebbe durare.", "category": 1, "feedback": "CANARINO-s2"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}',NULL,'2026-11-24 09:00:00.000000');
CREATE TABLE membership (
	class_id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	joined_at DATETIME NOT NULL, 
	CONSTRAINT pk_membership PRIMARY KEY (class_id, user_id), 
	CONSTRAINT fk_membership_class_id_class FOREIGN KEY(class_id) REFERENCES class (id), 
	CONSTRAINT fk_membership_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
INSERT INTO "membership" VALUES(1,1,'teacher','2026-11-24 09:00:00.000000');
INSERT INTO "membership" VALUES(1,3,'student','2026-11-24 09:00:00.000000');
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	user_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	about JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	read_at DATETIME, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_user_id_user FOREIGN KEY(user_id) REFERENCES user (id)
);
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
	at DATETIME NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (attempt_id, position, number), 
	CONSTRAINT fk_outcome_attempt_id_position_slot FOREIGN KEY(attempt_id, position) REFERENCES slot (attempt_id, position), 
	CONSTRAINT fk_outcome_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id)
);
INSERT INTO "outcome" VALUES(1,1,1,1,1,'1','1','1',1.0,'answer','2026-11-24 09:00:00.000000');
INSERT INTO "outcome" VALUES(1,2,1,NULL,2,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000');
INSERT INTO "outcome" VALUES(1,3,1,NULL,3,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000');
INSERT INTO "outcome" VALUES(1,4,1,NULL,4,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000');
INSERT INTO "outcome" VALUES(1,5,1,NULL,5,'0','0','1',0.0,'answer','2026-11-24 09:00:00.000000');
CREATE TABLE quiz (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	owner_id INTEGER, 
	title VARCHAR(300) NOT NULL, 
	lang VARCHAR(5) NOT NULL, 
	article_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_quiz PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_quiz_owner_id_user FOREIGN KEY(owner_id) REFERENCES user (id), 
	CONSTRAINT fk_quiz_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_quiz_public_id UNIQUE (public_id)
);
INSERT INTO "quiz" VALUES(1,'ae36p8pj2qy4rmc8',1,1,'Il quiz sull’accordo','it',1,'2026-11-24 09:00:00.000000');
CREATE TABLE quiz_slot (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER, 
	draw JSON, 
	CONSTRAINT pk_quiz_slot PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_slot_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_quiz_slot_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT uq_quiz_slot_quiz_id_position UNIQUE (quiz_id, position)
);
INSERT INTO "quiz_slot" VALUES(1,1,1,1,NULL);
INSERT INTO "quiz_slot" VALUES(2,1,2,2,NULL);
INSERT INTO "quiz_slot" VALUES(3,1,3,3,NULL);
INSERT INTO "quiz_slot" VALUES(4,1,4,4,NULL);
INSERT INTO "quiz_slot" VALUES(5,1,5,5,NULL);
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
CREATE TABLE school (
	id INTEGER NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	timezone VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_school PRIMARY KEY (id)
);
INSERT INTO "school" VALUES(1,'Quotidia','Europe/Rome');
CREATE TABLE setting (
	"key" VARCHAR(60) NOT NULL, 
	value VARCHAR(500) NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
CREATE TABLE sign_in_tries (
	school_id INTEGER NOT NULL, 
	name VARCHAR(60) NOT NULL, 
	failures INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	CONSTRAINT pk_sign_in_tries PRIMARY KEY (school_id, name), 
	CONSTRAINT fk_sign_in_tries_school_id_school FOREIGN KEY(school_id) REFERENCES school (id)
);
CREATE TABLE slot (
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	"order" JSON NOT NULL, 
	seed VARCHAR(32) NOT NULL, 
	points VARCHAR(60) NOT NULL, 
	CONSTRAINT pk_slot PRIMARY KEY (attempt_id, position), 
	CONSTRAINT fk_slot_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_slot_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id)
);
INSERT INTO "slot" VALUES(1,1,1,'["o3", "o1", "o2"]','92475d4165ffdb86b0e64631d5afe60b','1');
INSERT INTO "slot" VALUES(1,2,2,'["o2", "o3", "o1"]','662f4059108fe94247638b7ebe9534ed','1');
INSERT INTO "slot" VALUES(1,3,3,'["o1", "o2"]','f0e48a7d8d42e1f4ab40508c7afabcc8','1');
INSERT INTO "slot" VALUES(1,4,4,'[]','0a7c4f8b65b7aa30cf689b3835cf4f5c','1');
INSERT INTO "slot" VALUES(1,5,5,'["c1", "c2", "s2", "s1"]','fce6f961f9fb289fddad4161a61666fb','1');
CREATE TABLE user (
	id INTEGER NOT NULL, 
	public_id VARCHAR(16) NOT NULL, 
	school_id INTEGER NOT NULL, 
	role VARCHAR(10) NOT NULL, 
	sign_in_name VARCHAR(60) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	password_hash VARCHAR(200), 
	active BOOLEAN NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_user PRIMARY KEY (id), 
	CONSTRAINT fk_user_school_id_school FOREIGN KEY(school_id) REFERENCES school (id), 
	CONSTRAINT uq_user_public_id UNIQUE (public_id), 
	CONSTRAINT uq_user_school_id_sign_in_name UNIQUE (school_id, sign_in_name)
);
INSERT INTO "user" VALUES(1,'9a4nnuhad2x9ez2n',1,'teacher','giulia','Giulia','$argon2id$v=19$m=19456,t=2,p=1$w63VXEm+V1kBhLiSZ30bnw$oxCy9PrahszHpEbtP6KGup58VL8TA5Nn96lM1q5wPOE',1,'2026-11-24 09:00:00.000000');
INSERT INTO "user" VALUES(2,'4ypwktrdp2x4wzxr',1,'teacher','marco','Marco','$argon2id$v=19$m=19456,t=2,p=1$PnDiKoWeyG0ujlrTJVu51Q$XoPXzKyXucwPzoBcK2uoTlu/M1w8m53KZ+bwOVBHd8o',1,'2026-11-24 09:00:00.000000');
INSERT INTO "user" VALUES(3,'yhcsbqmtg2iwnmfg',1,'student','ada','Ada','$argon2id$v=19$m=19456,t=2,p=1$vbT8uh4QknWevGHGK8G1mA$CcA1CTpIxkjbIkpwtivo4P3JOtr/ZmW5vcQ9Fp83vvI',1,'2026-11-24 09:00:00.000000');
INSERT INTO "user" VALUES(4,'akvp6s9jh887ujdg',1,'student','bruno','Bruno','$argon2id$v=19$m=19456,t=2,p=1$l0B1DBlf6gcR7VwdaHJCxw$Kagei7l1O5q/rNtcjvbHZgS7662/eSAZc+t+a0qANIE',1,'2026-11-24 09:00:00.000000');
INSERT INTO "user" VALUES(5,'hf7znmhmehc8ws48',1,'admin','admin','Admin','$argon2id$v=19$m=19456,t=2,p=1$L4syy1MZnbZ7tlriWz5exA$zC7pQP04FvwLJJfnbdHUNo7ixdcSeXquEP3dR/uEvp0',1,'2026-11-24 09:00:00.000000');
CREATE TABLE user_session (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	user_id INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	last_seen_at DATETIME NOT NULL, 
	revoked_at DATETIME, 
	CONSTRAINT pk_user_session PRIMARY KEY (id), 
	CONSTRAINT fk_user_session_user_id_user FOREIGN KEY(user_id) REFERENCES user (id), 
	CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash)
);
CREATE INDEX ix_class_school_id ON class (school_id);
CREATE INDEX ix_user_school_id ON user (school_id);
CREATE INDEX ix_article_school_id ON article (school_id);
CREATE INDEX ix_membership_user_id ON membership (user_id);
CREATE INDEX ix_notice_user_id_read_at ON notice (user_id, read_at);
CREATE INDEX ix_user_session_user_id ON user_session (user_id);
CREATE INDEX ix_article_version_sha256 ON article_version (sha256);
CREATE INDEX ix_quiz_school_id ON quiz (school_id);
CREATE INDEX ix_assignment_class_id ON assignment (class_id);
CREATE INDEX ix_assignment_quiz_id ON assignment (quiz_id);
CREATE INDEX ix_item_supersedes ON item (supersedes);
CREATE INDEX ix_assignment_student_user_id ON assignment_student (user_id);
CREATE INDEX ix_attempt_assignment_id_state ON attempt (assignment_id, state);
CREATE INDEX ix_attempt_user_id_started_at ON attempt (user_id, started_at);
CREATE UNIQUE INDEX uq_attempt_one_open ON attempt (user_id, assignment_id, purpose) WHERE state = 'open';
CREATE INDEX ix_attempt_event_attempt_id ON attempt_event (attempt_id);
CREATE INDEX ix_quiz_slot_item_version_id ON quiz_slot (item_version_id);
CREATE INDEX ix_slot_item_version_id ON slot (item_version_id);
CREATE INDEX ix_outcome_item_version_id ON outcome (item_version_id);
COMMIT;
