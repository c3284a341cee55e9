CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.anchor (
    item_version_id integer NOT NULL,
    article_version_id integer NOT NULL,
    place integer NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    quote text NOT NULL
);
CREATE TABLE public.article (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    owner_id integer,
    lang character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.article_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.article_id_seq OWNED BY public.article.id;
CREATE TABLE public.article_version (
    id integer NOT NULL,
    article_id integer NOT NULL,
    number integer NOT NULL,
    title character varying(500) NOT NULL,
    subtitle character varying(1000),
    outlet character varying(200) NOT NULL,
    author character varying(200) NOT NULL,
    published date,
    retrieved date,
    url character varying(2000) NOT NULL,
    licence character varying(200) NOT NULL,
    origin character varying(200) NOT NULL,
    rights character varying(10) NOT NULL,
    purge_on date,
    sources json NOT NULL,
    sha256 character varying(64) NOT NULL,
    text text,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.article_version_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.article_version_id_seq OWNED BY public.article_version.id;
CREATE TABLE public.assignment (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    quiz_id integer NOT NULL,
    class_id integer,
    opens_at timestamp with time zone,
    due_at timestamp with time zone,
    closes_at timestamp with time zone,
    feedback character varying(10) NOT NULL,
    attempts_allowed integer,
    grade_rule character varying(10) NOT NULL,
    time_limit_s integer,
    article_open boolean NOT NULL,
    created_by integer,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.assignment_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.assignment_id_seq OWNED BY public.assignment.id;
CREATE TABLE public.assignment_student (
    assignment_id integer NOT NULL,
    user_id integer NOT NULL
);
CREATE TABLE public.attempt (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    user_id integer NOT NULL,
    quiz_id integer NOT NULL,
    assignment_id integer,
    purpose character varying(10) NOT NULL,
    number integer NOT NULL,
    feedback character varying(10) NOT NULL,
    article_open boolean NOT NULL,
    state character varying(10) NOT NULL,
    size integer NOT NULL,
    answered integer NOT NULL,
    "right" integer NOT NULL,
    mark character varying(60) NOT NULL,
    maximum character varying(60) NOT NULL,
    share double precision NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone
);
CREATE TABLE public.attempt_event (
    id integer NOT NULL,
    attempt_id integer NOT NULL,
    "position" integer,
    kind character varying(20) NOT NULL,
    about json NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.attempt_event_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attempt_event_id_seq OWNED BY public.attempt_event.id;
CREATE SEQUENCE public.attempt_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attempt_id_seq OWNED BY public.attempt.id;
CREATE TABLE public.bank (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    owner_id integer,
    visible character varying(10) NOT NULL,
    slug character varying(120),
    title character varying(300) NOT NULL,
    lang character varying(5) NOT NULL,
    licence character varying(200),
    topic character varying(120),
    article_id integer,
    synced_hash character varying(64),
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.bank_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.bank_id_seq OWNED BY public.bank.id;
CREATE TABLE public.class (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    name character varying(60) NOT NULL,
    subject character varying(120) NOT NULL,
    timezone character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.class_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.class_id_seq OWNED BY public.class.id;
CREATE TABLE public.fact (
    id integer NOT NULL,
    article_version_id integer NOT NULL,
    key character varying(60) NOT NULL,
    "position" integer NOT NULL,
    kind character varying(10) NOT NULL,
    holder character varying(300),
    statement text NOT NULL,
    importance integer,
    start integer NOT NULL,
    "end" integer NOT NULL,
    quote text NOT NULL
);
CREATE SEQUENCE public.fact_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fact_id_seq OWNED BY public.fact.id;
CREATE TABLE public.item (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    bank_id integer NOT NULL,
    key character varying(120) NOT NULL,
    "position" integer NOT NULL,
    supersedes character varying(240),
    synced_hash character varying(64),
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.item_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.item_id_seq OWNED BY public.item.id;
CREATE TABLE public.item_version (
    id integer NOT NULL,
    item_id integer NOT NULL,
    number integer NOT NULL,
    status character varying(10) NOT NULL,
    type character varying(20) NOT NULL,
    kind character varying(10),
    stem text NOT NULL,
    content json NOT NULL,
    author_id integer,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.item_version_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.item_version_id_seq OWNED BY public.item_version.id;
CREATE TABLE public.membership (
    class_id integer NOT NULL,
    user_id integer NOT NULL,
    role character varying(10) NOT NULL,
    joined_at timestamp with time zone NOT NULL
);
CREATE TABLE public.notice (
    id integer NOT NULL,
    user_id integer NOT NULL,
    kind character varying(40) NOT NULL,
    about json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone
);
CREATE SEQUENCE public.notice_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;
CREATE TABLE public.outcome (
    attempt_id integer NOT NULL,
    "position" integer NOT NULL,
    number integer NOT NULL,
    seq integer,
    item_version_id integer NOT NULL,
    fraction character varying(60) NOT NULL,
    mark character varying(60) NOT NULL,
    maximum character varying(60) NOT NULL,
    share double precision NOT NULL,
    reason character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.quiz (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    owner_id integer,
    title character varying(300) NOT NULL,
    lang character varying(5) NOT NULL,
    article_id integer,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.quiz_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.quiz_id_seq OWNED BY public.quiz.id;
CREATE TABLE public.quiz_slot (
    id integer NOT NULL,
    quiz_id integer NOT NULL,
    "position" integer NOT NULL,
    item_version_id integer,
    draw json
);
CREATE SEQUENCE public.quiz_slot_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.quiz_slot_id_seq OWNED BY public.quiz_slot.id;
CREATE TABLE public.response (
    attempt_id integer NOT NULL,
    "position" integer NOT NULL,
    seq integer NOT NULL,
    given json NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.school (
    id integer NOT NULL,
    name character varying(200) NOT NULL,
    timezone character varying(64) NOT NULL
);
CREATE SEQUENCE public.school_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.school_id_seq OWNED BY public.school.id;
CREATE TABLE public.setting (
    key character varying(60) NOT NULL,
    value character varying(500) NOT NULL
);
CREATE TABLE public.sign_in_tries (
    school_id integer NOT NULL,
    name character varying(60) NOT NULL,
    failures integer NOT NULL,
    since timestamp with time zone NOT NULL
);
CREATE TABLE public.slot (
    attempt_id integer NOT NULL,
    "position" integer NOT NULL,
    item_version_id integer NOT NULL,
    "order" json NOT NULL,
    seed character varying(32) NOT NULL,
    points character varying(60) NOT NULL
);
CREATE TABLE public."user" (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    role character varying(10) NOT NULL,
    sign_in_name character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    password_hash character varying(200),
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.user_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.user_id_seq OWNED BY public."user".id;
CREATE TABLE public.user_session (
    id integer NOT NULL,
    token_hash character varying(64) NOT NULL,
    user_id integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);
CREATE SEQUENCE public.user_session_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.user_session_id_seq OWNED BY public.user_session.id;
ALTER TABLE ONLY public.article ALTER COLUMN id SET DEFAULT nextval('public.article_id_seq'::regclass);
ALTER TABLE ONLY public.article_version ALTER COLUMN id SET DEFAULT nextval('public.article_version_id_seq'::regclass);
ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);
ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);
ALTER TABLE ONLY public.attempt_event ALTER COLUMN id SET DEFAULT nextval('public.attempt_event_id_seq'::regclass);
ALTER TABLE ONLY public.bank ALTER COLUMN id SET DEFAULT nextval('public.bank_id_seq'::regclass);
ALTER TABLE ONLY public.class ALTER COLUMN id SET DEFAULT nextval('public.class_id_seq'::regclass);
ALTER TABLE ONLY public.fact ALTER COLUMN id SET DEFAULT nextval('public.fact_id_seq'::regclass);
ALTER TABLE ONLY public.item ALTER COLUMN id SET DEFAULT nextval('public.item_id_seq'::regclass);
ALTER TABLE ONLY public.item_version ALTER COLUMN id SET DEFAULT nextval('public.item_version_id_seq'::regclass);
ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);
ALTER TABLE ONLY public.quiz ALTER COLUMN id SET DEFAULT nextval('public.quiz_id_seq'::regclass);
ALTER TABLE ONLY public.quiz_slot ALTER COLUMN id SET DEFAULT nextval('public.quiz_slot_id_seq'::regclass);
ALTER TABLE ONLY public.school ALTER COLUMN id SET DEFAULT nextval('public.school_id_seq'::regclass);
ALTER TABLE ONLY public."user" ALTER COLUMN id SET DEFAULT nextval('public.user_id_seq'::regclass);
ALTER TABLE ONLY public.user_session ALTER COLUMN id SET DEFAULT nextval('public.user_session_id_seq'::regclass);
INSERT INTO public.alembic_version VALUES ('0001');
INSERT INTO public.anchor VALUES (1, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (2, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (3, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (4, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (5, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.article VALUES (1, 'yt4hj5ba4s4pyjmy', 1, NULL, 'it', '2026-11-24 09:00:00+00');
INSERT INTO public.article_version VALUES (1, 1, 1, 'L’accordo', NULL, 'Quotidia', 'Redazione', '2024-03-04', '2024-03-04', 'unknown', 'CC BY 4.0', 'Quotidia', 'full', NULL, '[]', '159b5437ebb5d11a290e4f930e21f5be368c206331ffa95a15dcaf1ce23fa204', 'A Vienna fu firmato l’accordo il 3 marzo 2024.
Secondo il ministro, l’intesa potrebbe durare.', '2026-11-24 09:00:00+00');
INSERT INTO public.assignment VALUES (1, 'gs85ik46u9fetqzf', 1, 1, 1, NULL, NULL, NULL, 'immediate', NULL, 'first', NULL, true, 1, '2026-11-24 09:00:00+00');
INSERT INTO public.assignment VALUES (2, '55wgaacas879uqwf', 1, 1, 1, NULL, NULL, NULL, 'deferred', NULL, 'first', NULL, true, 1, '2026-11-24 09:00:00+00');
INSERT INTO public.attempt VALUES (1, '879i3u9s2dwjjmva', 1, 3, 1, 2, 'graded', 1, 'deferred', true, 'submitted', 5, 1, 1, '1', '5', 0.2, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00');
INSERT INTO public.bank VALUES (1, 'wf7p85me6bztkmtu', 1, NULL, 'bundled', 'it/accordo', 'L’accordo di Vienna', 'it', 'CC BY 4.0', 'Prova', 1, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.class VALUES (1, '75day83pwyhakunt', 1, '3ªB', 'Storia', 'Europe/Rome', '2026-11-24 09:00:00+00');
INSERT INTO public.item VALUES (1, 'd2hs92f5cxr55nnq', 1, 'citta', 0, NULL, 'ca06ed71316024b2b4a1fac1f81cf28eaa94cd28493f2cc680a7089d6807daf4', '2026-11-24 09:00:00+00');
INSERT INTO public.item VALUES (2, '6jma7rjeui6c2geq', 1, 'due', 1, NULL, 'd61d598e4ca4b9b31a2cc1cd4813b2ff6cdffc52e0baa9ae9051e91d5243d647', '2026-11-24 09:00:00+00');
INSERT INTO public.item VALUES (3, 'k46a77js6bbsqf4d', 1, 'vero', 2, NULL, 'b1ac11133e7d9de0051081ac65ec9e451375a6d67c18748a8a0296b0c80f5946', '2026-11-24 09:00:00+00');
INSERT INTO public.item VALUES (4, '5pn7f7t67arxyv9x', 1, 'mese', 3, NULL, 'd1d73377cb087d087a6193c1aca6f3d26464d0d8aabede2faaf341cf4ddd8318', '2026-11-24 09:00:00+00');
INSERT INTO public.item VALUES (5, 'bz679qth23p9wxzx', 1, 'tipi', 4, NULL, 'e09f53304f923a78aa4910a38bb1a5215aed8799896104a54646c0e0462d7672', '2026-11-24 09:00:00+00');
INSERT INTO public.item_version VALUES (1, 1, 1, 'ready', 'choice', 'fact', 'In quale città fu firmato l’accordo del 2024?', '{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.item_version VALUES (2, 2, 1, 'ready', 'multiple', 'fact', 'Che cosa è vero dell’accordo del 2024?', '{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.item_version VALUES (3, 3, 1, 'ready', 'true_false', 'fact', 'L’accordo fu firmato nel 2023.', '{"id": "vero", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.item_version VALUES (4, 4, 1, 'ready', 'text', 'fact', 'In quale mese del 2024 fu firmato l’accordo?', '{"id": "mese", "type": "text", "lang": "it", "stem": "In quale mese del 2024 fu firmato l\u2019accordo?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "answers": [{"id": "a1", "text": "marzo CANARINO", "fraction": 1}, {"id": "a2", "text": "marzo", "fraction": 1}], "match": {"case": false, "accents": true, "punctuation": false, "spaces": false}, "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.item_version VALUES (5, 5, 1, 'ready', 'classify', 'fact', 'Come presenta l’articolo del 2024 queste frasi?', '{"id": "tipi", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo del 2024 queste frasi?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "categories": [{"id": "c1", "text": "Dato per certo", "kind": "fact"}, {"id": "c2", "text": "Previsione", "kind": "forecast"}], "statements": [{"id": "s1", "text": "L\u2019accordo fu firmato.", "category": 0, "feedback": "CANARINO-s1"}, {"id": "s2", "text": "L\u2019intesa potrebbe durare.", "category": 1, "feedback": "CANARINO-s2"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.membership VALUES (1, 1, 'teacher', '2026-11-24 09:00:00+00');
INSERT INTO public.membership VALUES (1, 3, 'student', '2026-11-24 09:00:00+00');
INSERT INTO public.outcome VALUES (1, 1, 1, 1, 1, '1', '1', '1', 1, 'answer', '2026-11-24 09:00:00+00');
INSERT INTO public.outcome VALUES (1, 2, 1, NULL, 2, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00');
INSERT INTO public.outcome VALUES (1, 3, 1, NULL, 3, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00');
INSERT INTO public.outcome VALUES (1, 4, 1, NULL, 4, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00');
INSERT INTO public.outcome VALUES (1, 5, 1, NULL, 5, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00');
INSERT INTO public.quiz VALUES (1, 'hj5wk6ddntjydmyx', 1, 1, 'Il quiz sull’accordo', 'it', 1, '2026-11-24 09:00:00+00');
INSERT INTO public.quiz_slot VALUES (1, 1, 1, 1, NULL);
INSERT INTO public.quiz_slot VALUES (2, 1, 2, 2, NULL);
INSERT INTO public.quiz_slot VALUES (3, 1, 3, 3, NULL);
INSERT INTO public.quiz_slot VALUES (4, 1, 4, 4, NULL);
INSERT INTO public.quiz_slot VALUES (5, 1, 5, 5, NULL);
INSERT INTO public.response VALUES (1, 1, 1, '{"option": "o1"}', '2026-11-24 09:00:00+00');
INSERT INTO public.school VALUES (1, 'Quotidia', 'Europe/Rome');
INSERT INTO public.slot VALUES (1, 1, 1, '["o3", "o1", "o2"]', '92475d4165ffdb86b0e64631d5afe60b', '1');
INSERT INTO public.slot VALUES (1, 2, 2, '["o2", "o3", "o1"]', '662f4059108fe94247638b7ebe9534ed', '1');
INSERT INTO public.slot VALUES (1, 3, 3, '["o1", "o2"]', 'f0e48a7d8d42e1f4ab40508c7afabcc8', '1');
INSERT INTO public.slot VALUES (1, 4, 4, '[]', '0a7c4f8b65b7aa30cf689b3835cf4f5c', '1');
INSERT INTO public.slot VALUES (1, 5, 5, '["c1", "c2", "s2", "s1"]', 'fce6f961f9fb289fddad4161a61666fb', '1');
INSERT INTO public."user" VALUES (1, 'ta2qy3m3qcjt4qe5', 1, 'teacher', 'giulia', 'Giulia', '$argon2id$v=19$m=19456,t=2,p=1$jSz9mM01ttl2qg8OVJ/Rwg$YNkx0isfWonJ5K39QEF8NgRQHhh6Cii0+dzjVYNP36Q', true, '2026-11-24 09:00:00+00');
INSERT INTO public."user" VALUES (2, '9f3uxnywxw46srp2', 1, 'teacher', 'marco', 'Marco', '$argon2id$v=19$m=19456,t=2,p=1$5XDNL0pdyHRGRtSizWi66A$sCnJWttPCJFKMOP6mrlmyyyjG4yOAavlO0HbJMm//o8', true, '2026-11-24 09:00:00+00');
INSERT INTO public."user" VALUES (3, '6atmkps23zurbn9c', 1, 'student', 'ada', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$vWIDYv4bIo6qg148iPdAwg$022mka4UVE5AoIYtuLwnT5vRx+krtb/avGj9EfwbUnA', true, '2026-11-24 09:00:00+00');
INSERT INTO public."user" VALUES (4, 'ykwuybwqzaxkd7zt', 1, 'student', 'bruno', 'Bruno', '$argon2id$v=19$m=19456,t=2,p=1$R2RPXC54P2LXk37Lqy0Grw$V73Zg6uC0vP34oLPrW4DK3rfSymrsj2DZFRIpXd+1GA', true, '2026-11-24 09:00:00+00');
INSERT INTO public."user" VALUES (5, '4smgvceuhphcpp6e', 1, 'admin', 'admin', 'Admin', '$argon2id$v=19$m=19456,t=2,p=1$wjL4xmXwCGiv4hvk8UiYsw$KwNNJbumJfj2JZ7jbrNfzfPKbJySYxWNA2CtVeaxlVc', true, '2026-11-24 09:00:00+00');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT pk_anchor PRIMARY KEY (item_version_id, article_version_id, place);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT pk_article PRIMARY KEY (id);
ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT pk_article_version PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment_student
    ADD CONSTRAINT pk_assignment_student PRIMARY KEY (assignment_id, user_id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);
ALTER TABLE ONLY public.attempt_event
    ADD CONSTRAINT pk_attempt_event PRIMARY KEY (id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT pk_bank PRIMARY KEY (id);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT pk_class PRIMARY KEY (id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT pk_fact PRIMARY KEY (id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT pk_item PRIMARY KEY (id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT pk_item_version PRIMARY KEY (id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY (class_id, user_id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT pk_outcome PRIMARY KEY (attempt_id, "position", number);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT pk_quiz PRIMARY KEY (id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT pk_quiz_slot PRIMARY KEY (id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT pk_response PRIMARY KEY (attempt_id, "position", seq);
ALTER TABLE ONLY public.school
    ADD CONSTRAINT pk_school PRIMARY KEY (id);
ALTER TABLE ONLY public.setting
    ADD CONSTRAINT pk_setting PRIMARY KEY (key);
ALTER TABLE ONLY public.sign_in_tries
    ADD CONSTRAINT pk_sign_in_tries PRIMARY KEY (school_id, name);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT pk_slot PRIMARY KEY (attempt_id, "position");
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT pk_user PRIMARY KEY (id);
ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT pk_user_session PRIMARY KEY (id);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT uq_article_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT uq_article_version_article_id_number UNIQUE (article_id, number);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT uq_assignment_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT uq_attempt_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT uq_attempt_user_id_assignment_id_purpose_number UNIQUE (user_id, assignment_id, purpose, number);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT uq_bank_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT uq_bank_school_id_slug UNIQUE (school_id, slug);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT uq_class_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT uq_fact_article_version_id_key UNIQUE (article_version_id, key);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT uq_item_bank_id_key UNIQUE (bank_id, key);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT uq_item_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT uq_quiz_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT uq_quiz_slot_quiz_id_position UNIQUE (quiz_id, "position");
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_public_id UNIQUE (public_id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_school_id_sign_in_name UNIQUE (school_id, sign_in_name);
ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash);
CREATE INDEX ix_article_school_id ON public.article USING btree (school_id);
CREATE INDEX ix_article_version_sha256 ON public.article_version USING btree (sha256);
CREATE INDEX ix_assignment_class_id ON public.assignment USING btree (class_id);
CREATE INDEX ix_assignment_quiz_id ON public.assignment USING btree (quiz_id);
CREATE INDEX ix_assignment_student_user_id ON public.assignment_student USING btree (user_id);
CREATE INDEX ix_attempt_assignment_id_state ON public.attempt USING btree (assignment_id, state);
CREATE INDEX ix_attempt_event_attempt_id ON public.attempt_event USING btree (attempt_id);
CREATE INDEX ix_attempt_user_id_started_at ON public.attempt USING btree (user_id, started_at);
CREATE INDEX ix_class_school_id ON public.class USING btree (school_id);
CREATE INDEX ix_item_supersedes ON public.item USING btree (supersedes);
CREATE INDEX ix_membership_user_id ON public.membership USING btree (user_id);
CREATE INDEX ix_notice_user_id_read_at ON public.notice USING btree (user_id, read_at);
CREATE INDEX ix_outcome_item_version_id ON public.outcome USING btree (item_version_id);
CREATE INDEX ix_quiz_school_id ON public.quiz USING btree (school_id);
CREATE INDEX ix_quiz_slot_item_version_id ON public.quiz_slot USING btree (item_version_id);
CREATE INDEX ix_slot_item_version_id ON public.slot USING btree (item_version_id);
CREATE INDEX ix_user_school_id ON public."user" USING btree (school_id);
CREATE INDEX ix_user_session_user_id ON public.user_session USING btree (user_id);
CREATE UNIQUE INDEX uq_attempt_one_open ON public.attempt USING btree (user_id, assignment_id, purpose) WHERE ((state)::text = 'open'::text);
ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT fk_anchor_article_version_id_article_version FOREIGN KEY (article_version_id) REFERENCES public.article_version(id);
ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT fk_anchor_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT fk_article_owner_id_user FOREIGN KEY (owner_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT fk_article_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT fk_article_version_article_id_article FOREIGN KEY (article_id) REFERENCES public.article(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_created_by_user FOREIGN KEY (created_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.assignment_student
    ADD CONSTRAINT fk_assignment_student_assignment_id_assignment FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);
ALTER TABLE ONLY public.assignment_student
    ADD CONSTRAINT fk_assignment_student_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_assignment_id_assignment FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);
ALTER TABLE ONLY public.attempt_event
    ADD CONSTRAINT fk_attempt_event_attempt_id_attempt FOREIGN KEY (attempt_id) REFERENCES public.attempt(id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT fk_attempt_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT fk_bank_article_id_article FOREIGN KEY (article_id) REFERENCES public.article(id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT fk_bank_owner_id_user FOREIGN KEY (owner_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT fk_bank_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT fk_class_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fk_fact_article_version_id_article_version FOREIGN KEY (article_version_id) REFERENCES public.article_version(id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT fk_item_bank_id_bank FOREIGN KEY (bank_id) REFERENCES public.bank(id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT fk_item_version_author_id_user FOREIGN KEY (author_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT fk_item_version_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_attempt_id_position_slot FOREIGN KEY (attempt_id, "position") REFERENCES public.slot(attempt_id, "position");
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_article_id_article FOREIGN KEY (article_id) REFERENCES public.article(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_owner_id_user FOREIGN KEY (owner_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT fk_quiz_slot_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT fk_quiz_slot_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_attempt_id_position_slot FOREIGN KEY (attempt_id, "position") REFERENCES public.slot(attempt_id, "position");
ALTER TABLE ONLY public.sign_in_tries
    ADD CONSTRAINT fk_sign_in_tries_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_attempt_id_attempt FOREIGN KEY (attempt_id) REFERENCES public.attempt(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT fk_user_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT fk_user_session_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
