CREATE FUNCTION public.reading_of_assignment_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id); RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_attempt_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (OLD.quiz_id); RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_attempt_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id); RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_attempt_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT quiz_id FROM quiz_reading WHERE quiz_id IN (NEW.quiz_id, OLD.quiz_id); RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_outcome_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = OLD.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_outcome_insert() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_outcome_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_response_delete() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = OLD.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_response_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.id = NEW.attempt_id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE FUNCTION public.reading_of_user_update() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN INSERT INTO quiz_reading_change (quiz_id) SELECT DISTINCT kept.quiz_id FROM attempt JOIN quiz_reading kept ON kept.quiz_id = attempt.quiz_id WHERE attempt.user_id = NEW.id AND attempt.state = 'submitted' AND attempt.purpose = 'graded'; RETURN NULL; END $$;
CREATE TABLE public.admin_act (
    id integer NOT NULL,
    school_id integer NOT NULL,
    by_id integer,
    act character varying(20) NOT NULL,
    subject_id integer,
    about json,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.admin_act_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.admin_act_id_seq OWNED BY public.admin_act.id;
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
    created_at timestamp with time zone NOT NULL,
    edition integer NOT NULL,
    closing_cuts boolean DEFAULT false NOT NULL,
    extra_s integer DEFAULT 0 NOT NULL,
    stopped_at timestamp with time zone,
    release json,
    dont_know boolean DEFAULT false NOT NULL,
    scoring character varying(10) DEFAULT 'plain'::character varying NOT NULL
);
CREATE TABLE public.assignment_act (
    id integer NOT NULL,
    assignment_id integer NOT NULL,
    act character varying(20) NOT NULL,
    by_id integer NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.assignment_act_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.assignment_act_id_seq OWNED BY public.assignment_act.id;
CREATE TABLE public.assignment_extra (
    assignment_id integer NOT NULL,
    user_id integer NOT NULL,
    percent integer NOT NULL,
    minutes integer NOT NULL,
    attempts integer NOT NULL
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
    quiz_id integer,
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
    finished_at timestamp with time zone,
    dont_know boolean DEFAULT false NOT NULL,
    scoring character varying(10) DEFAULT 'plain'::character varying NOT NULL
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
CREATE TABLE public.bank_opening (
    bank_id integer NOT NULL,
    class_id integer NOT NULL,
    opened_by integer,
    opened_at timestamp with time zone NOT NULL
);
CREATE TABLE public.class (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    name character varying(60) NOT NULL,
    subject character varying(120) NOT NULL,
    timezone character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    school_year character varying(9) DEFAULT ''::character varying NOT NULL,
    join_code character varying(6),
    join_until timestamp with time zone,
    locked boolean DEFAULT false NOT NULL,
    asks_approval boolean DEFAULT false NOT NULL,
    archived_at timestamp with time zone,
    mark_passes integer DEFAULT 60 NOT NULL,
    mark_lowest integer DEFAULT 2 NOT NULL,
    mark_steps integer DEFAULT 2 NOT NULL
);
CREATE SEQUENCE public.class_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.class_id_seq OWNED BY public.class.id;
CREATE TABLE public.decision (
    id integer NOT NULL,
    draft_id integer NOT NULL,
    seq integer NOT NULL,
    act character varying(10) NOT NULL,
    by_id integer NOT NULL,
    at timestamp with time zone NOT NULL,
    fields json NOT NULL
);
CREATE SEQUENCE public.decision_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.decision_id_seq OWNED BY public.decision.id;
CREATE TABLE public.draft (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    article_version_id integer NOT NULL,
    "position" integer NOT NULL,
    family character varying(40) NOT NULL,
    engine character varying(20) NOT NULL,
    drawer character varying(10) NOT NULL,
    origin character varying(10) NOT NULL,
    item json NOT NULL,
    flaws json NOT NULL,
    state character varying(10) NOT NULL,
    seq integer NOT NULL,
    item_id integer,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.draft_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.draft_id_seq OWNED BY public.draft.id;
CREATE TABLE public.drafting (
    article_version_id integer NOT NULL,
    engine character varying(20) NOT NULL,
    words integer NOT NULL,
    unsaid json NOT NULL,
    blocks json NOT NULL,
    sentences json NOT NULL,
    flags json NOT NULL,
    made_at timestamp with time zone NOT NULL
);
CREATE TABLE public.erasure (
    id integer NOT NULL,
    school_id integer NOT NULL,
    key character varying(64) NOT NULL,
    role character varying(10) NOT NULL,
    cause character varying(10) NOT NULL,
    by_id integer,
    counts json NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.erasure_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.erasure_id_seq OWNED BY public.erasure.id;
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
    created_at timestamp with time zone NOT NULL,
    copied_from_id integer,
    copied_number integer
);
CREATE TABLE public.item_act (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    item_id integer NOT NULL,
    act character varying(12) NOT NULL,
    why text NOT NULL,
    version_id integer NOT NULL,
    after_id integer,
    successor_id integer,
    touched integer NOT NULL,
    about json NOT NULL,
    by_id integer,
    at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    undone_by integer,
    undone_at timestamp with time zone
);
CREATE SEQUENCE public.item_act_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.item_act_id_seq OWNED BY public.item_act.id;
CREATE SEQUENCE public.item_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.item_id_seq OWNED BY public.item.id;
CREATE TABLE public.item_listing (
    item_id integer NOT NULL,
    version_id integer NOT NULL,
    status character varying(10) NOT NULL,
    type character varying(20) NOT NULL,
    kind character varying(10),
    lang character varying(5) NOT NULL,
    difficulty character varying(10),
    timing character varying(10),
    review_by date,
    author_id integer,
    words text NOT NULL
);
CREATE TABLE public.item_tag (
    item_id integer NOT NULL,
    tag character varying(120) NOT NULL
);
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
    created_at timestamp with time zone NOT NULL,
    marked_with_id integer
);
CREATE SEQUENCE public.item_version_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.item_version_id_seq OWNED BY public.item_version.id;
CREATE TABLE public.job (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    kind character varying(20) NOT NULL,
    key character varying(60) NOT NULL,
    user_id integer,
    state character varying(10) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    run integer NOT NULL,
    beat_at timestamp with time zone,
    progress integer NOT NULL,
    cancel_asked boolean NOT NULL,
    result character varying(200),
    problem character varying(20),
    ended_at timestamp with time zone,
    about json
);
CREATE SEQUENCE public.job_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;
CREATE TABLE public.membership (
    class_id integer NOT NULL,
    user_id integer NOT NULL,
    role character varying(10) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    nickname character varying(40),
    nickname_key character varying(40),
    approved boolean DEFAULT true NOT NULL,
    extra_percent integer DEFAULT 100 NOT NULL,
    extra_minutes integer DEFAULT 0 NOT NULL,
    extra_attempts integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.merged_student (
    former_id integer NOT NULL,
    kept_id integer NOT NULL,
    class_id integer NOT NULL,
    nickname character varying(40),
    by_id integer NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE TABLE public.notice (
    id integer NOT NULL,
    user_id integer NOT NULL,
    kind character varying(40) NOT NULL,
    about json NOT NULL,
    created_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    subject character varying(60)
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
    at timestamp with time zone NOT NULL,
    act_id integer
);
CREATE TABLE public.quiz (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    owner_id integer,
    title character varying(300) NOT NULL,
    lang character varying(5) NOT NULL,
    article_id integer,
    created_at timestamp with time zone NOT NULL,
    plan json NOT NULL,
    plan_number integer NOT NULL,
    archived_at timestamp with time zone,
    trashed_at timestamp with time zone
);
CREATE TABLE public.quiz_article (
    quiz_id integer NOT NULL,
    article_id integer NOT NULL
);
CREATE TABLE public.quiz_edition (
    quiz_id integer NOT NULL,
    number integer NOT NULL,
    pools json NOT NULL,
    conflicts json NOT NULL,
    published_by integer,
    published_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.quiz_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.quiz_id_seq OWNED BY public.quiz.id;
CREATE TABLE public.quiz_reading (
    quiz_id integer NOT NULL,
    run integer NOT NULL,
    said json,
    counted_at timestamp with time zone
);
CREATE TABLE public.quiz_reading_change (
    id integer NOT NULL,
    quiz_id integer NOT NULL
);
CREATE SEQUENCE public.quiz_reading_change_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.quiz_reading_change_id_seq OWNED BY public.quiz_reading_change.id;
CREATE TABLE public.quiz_slot (
    id integer NOT NULL,
    quiz_id integer NOT NULL,
    "position" integer NOT NULL,
    item_version_id integer,
    draw json,
    edition integer NOT NULL,
    points character varying(60)
);
CREATE SEQUENCE public.quiz_slot_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.quiz_slot_id_seq OWNED BY public.quiz_slot.id;
CREATE TABLE public.recovery_code (
    id integer NOT NULL,
    user_id integer NOT NULL,
    code_hash character varying(200) NOT NULL
);
CREATE SEQUENCE public.recovery_code_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.recovery_code_id_seq OWNED BY public.recovery_code.id;
CREATE TABLE public.report (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    user_id integer NOT NULL,
    attempt_id integer NOT NULL,
    "position" integer NOT NULL,
    item_version_id integer NOT NULL,
    reason character varying(10) NOT NULL,
    words character varying(500) NOT NULL,
    state character varying(10) NOT NULL,
    reply character varying(500) NOT NULL,
    decided_by integer,
    decided_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.report_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.report_id_seq OWNED BY public.report.id;
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
    timezone character varying(64) NOT NULL,
    second_approver boolean DEFAULT false NOT NULL
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
    points character varying(60) NOT NULL,
    place integer
);
CREATE TABLE public.upload (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    user_id integer NOT NULL,
    name character varying(200) NOT NULL,
    digest character varying(64) NOT NULL,
    format character varying(20) NOT NULL,
    size integer NOT NULL,
    content text,
    wish json,
    bank_id integer,
    created_at timestamp with time zone NOT NULL,
    done_at timestamp with time zone
);
CREATE SEQUENCE public.upload_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.upload_id_seq OWNED BY public.upload.id;
CREATE TABLE public."user" (
    id integer NOT NULL,
    public_id character varying(16) NOT NULL,
    school_id integer NOT NULL,
    role character varying(10) NOT NULL,
    sign_in_name character varying(60) NOT NULL,
    name character varying(120) NOT NULL,
    password_hash character varying(200),
    active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    text_size integer DEFAULT 0 NOT NULL,
    text_spacing integer DEFAULT 0 NOT NULL,
    totp_nonce character varying(32),
    totp_step integer,
    erased_at timestamp with time zone
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
    revoked_at timestamp with time zone,
    idle_s integer,
    browser character varying(20) DEFAULT ''::character varying NOT NULL,
    system character varying(20) DEFAULT ''::character varying NOT NULL
);
CREATE SEQUENCE public.user_session_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.user_session_id_seq OWNED BY public.user_session.id;
ALTER TABLE ONLY public.admin_act ALTER COLUMN id SET DEFAULT nextval('public.admin_act_id_seq'::regclass);
ALTER TABLE ONLY public.article ALTER COLUMN id SET DEFAULT nextval('public.article_id_seq'::regclass);
ALTER TABLE ONLY public.article_version ALTER COLUMN id SET DEFAULT nextval('public.article_version_id_seq'::regclass);
ALTER TABLE ONLY public.assignment ALTER COLUMN id SET DEFAULT nextval('public.assignment_id_seq'::regclass);
ALTER TABLE ONLY public.assignment_act ALTER COLUMN id SET DEFAULT nextval('public.assignment_act_id_seq'::regclass);
ALTER TABLE ONLY public.attempt ALTER COLUMN id SET DEFAULT nextval('public.attempt_id_seq'::regclass);
ALTER TABLE ONLY public.attempt_event ALTER COLUMN id SET DEFAULT nextval('public.attempt_event_id_seq'::regclass);
ALTER TABLE ONLY public.bank ALTER COLUMN id SET DEFAULT nextval('public.bank_id_seq'::regclass);
ALTER TABLE ONLY public.class ALTER COLUMN id SET DEFAULT nextval('public.class_id_seq'::regclass);
ALTER TABLE ONLY public.decision ALTER COLUMN id SET DEFAULT nextval('public.decision_id_seq'::regclass);
ALTER TABLE ONLY public.draft ALTER COLUMN id SET DEFAULT nextval('public.draft_id_seq'::regclass);
ALTER TABLE ONLY public.erasure ALTER COLUMN id SET DEFAULT nextval('public.erasure_id_seq'::regclass);
ALTER TABLE ONLY public.fact ALTER COLUMN id SET DEFAULT nextval('public.fact_id_seq'::regclass);
ALTER TABLE ONLY public.item ALTER COLUMN id SET DEFAULT nextval('public.item_id_seq'::regclass);
ALTER TABLE ONLY public.item_act ALTER COLUMN id SET DEFAULT nextval('public.item_act_id_seq'::regclass);
ALTER TABLE ONLY public.item_version ALTER COLUMN id SET DEFAULT nextval('public.item_version_id_seq'::regclass);
ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);
ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);
ALTER TABLE ONLY public.quiz ALTER COLUMN id SET DEFAULT nextval('public.quiz_id_seq'::regclass);
ALTER TABLE ONLY public.quiz_reading_change ALTER COLUMN id SET DEFAULT nextval('public.quiz_reading_change_id_seq'::regclass);
ALTER TABLE ONLY public.quiz_slot ALTER COLUMN id SET DEFAULT nextval('public.quiz_slot_id_seq'::regclass);
ALTER TABLE ONLY public.recovery_code ALTER COLUMN id SET DEFAULT nextval('public.recovery_code_id_seq'::regclass);
ALTER TABLE ONLY public.report ALTER COLUMN id SET DEFAULT nextval('public.report_id_seq'::regclass);
ALTER TABLE ONLY public.school ALTER COLUMN id SET DEFAULT nextval('public.school_id_seq'::regclass);
ALTER TABLE ONLY public.upload ALTER COLUMN id SET DEFAULT nextval('public.upload_id_seq'::regclass);
ALTER TABLE ONLY public."user" ALTER COLUMN id SET DEFAULT nextval('public.user_id_seq'::regclass);
ALTER TABLE ONLY public.user_session ALTER COLUMN id SET DEFAULT nextval('public.user_session_id_seq'::regclass);
INSERT INTO public.admin_act VALUES (1, 1, 1, 'erased', 2, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.alembic_version VALUES ('0020');
INSERT INTO public.anchor VALUES (1, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (2, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (3, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (4, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (5, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (6, 2, 0, 294, 394, 'Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.');
INSERT INTO public.anchor VALUES (7, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (8, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (9, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (10, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.anchor VALUES (11, 1, 0, 0, 46, 'A Vienna fu firmato l’accordo il 3 marzo 2024.');
INSERT INTO public.article VALUES (1, 't5syaigu3feg6f2i', 1, NULL, 'it', '2026-11-24 09:00:00+00');
INSERT INTO public.article VALUES (2, 'g6j5r5juynqugpm5', 1, 1, 'it', '2026-11-24 09:00:00+00');
INSERT INTO public.article_version VALUES (1, 1, 1, 'L’accordo', NULL, 'Quotidia', 'Redazione', '2024-03-04', '2024-03-04', 'unknown', 'CC BY 4.0', 'Quotidia', 'full', NULL, '[]', '159b5437ebb5d11a290e4f930e21f5be368c206331ffa95a15dcaf1ce23fa204', 'A Vienna fu firmato l’accordo il 3 marzo 2024.
Secondo il ministro, l’intesa potrebbe durare.', '2026-11-24 09:00:00+00');
INSERT INTO public.article_version VALUES (2, 2, 1, 'La banca centrale taglia i tassi per la prima volta in tre anni', NULL, 'Prova', 'unknown', NULL, NULL, 'unknown', 'unknown', 'Prova', 'full', NULL, '[]', 'f03b930f839d788cde0869070f2871a231853cb057280082a64a848f49074c81', 'La banca centrale taglia i tassi per la prima volta in tre anni
La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026. Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023. Il nuovo tasso entrerà in vigore il 17 giugno 2026.
Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026. La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi. «Decideremo riunione per riunione, guardando ai dati e non al calendario», ha detto Christine Lagarde in conferenza stampa.
In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026. In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia. Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.
Alcuni economisti temono che il taglio possa indebolire l’euro nei prossimi mesi. La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs. La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.
Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%. La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%. Per la Francia la Commissione europea stima una crescita dello 0,8%.
', '2026-11-24 09:00:00+00');
INSERT INTO public.assignment VALUES (1, '29cz3gfqama4phgv', 1, 1, 1, NULL, NULL, NULL, 'immediate', NULL, 'first', NULL, true, 1, '2026-11-24 09:00:00+00', 1, false, 0, NULL, NULL, false, 'plain');
INSERT INTO public.assignment VALUES (2, 'xmxiztwykw3exgvt', 1, 1, 1, NULL, NULL, NULL, 'deferred', NULL, 'first', 1800, true, 1, '2026-11-24 09:00:00+00', 1, true, 0, NULL, NULL, true, 'certainty');
INSERT INTO public.assignment_act VALUES (1, 1, 'closed', 1, '2026-11-24 09:00:00+00');
INSERT INTO public.assignment_act VALUES (2, 1, 'reopened', 1, '2026-11-24 09:00:00+00');
INSERT INTO public.assignment_extra VALUES (2, 3, 130, 10, 1);
INSERT INTO public.assignment_student VALUES (2, 3);
INSERT INTO public.attempt VALUES (2, '375jk2vmvcni92w6', 1, 3, NULL, NULL, 'practice', 1, 'immediate', false, 'submitted', 1, 1, 1, '1', '1', 1, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', true, 'plain');
INSERT INTO public.attempt VALUES (1, 'i5mn3jgd6tqb8t5q', 1, 3, 1, 2, 'graded', 1, 'deferred', true, 'submitted', 5, 1, 1, '1', '5', 0.2, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', false, 'plain');
INSERT INTO public.attempt_event VALUES (1, 1, 1, 'unreadable', '{}', '2026-11-24 09:00:00+00');
INSERT INTO public.bank VALUES (1, 'ec3e8sfsiq59p4b3', 1, 1, 'school', 'it/accordo', 'L’accordo di Vienna', 'it', 'CC BY 4.0', 'Prova', 1, '159b5437ebb5d11a290e4f930e21f5be368c206331ffa95a15dcaf1ce23fa204', '2026-11-24 09:00:00+00');
INSERT INTO public.bank VALUES (2, 'su9gwpk58t9fypar', 1, 1, 'own', NULL, 'La banca centrale taglia i tassi per la prima volta in tre anni', 'it', NULL, NULL, 2, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.bank VALUES (3, 'a8x76ezwh6r36ejy', 1, 1, 'own', NULL, 'Capitali', 'it', NULL, NULL, NULL, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.bank_opening VALUES (1, 1, 1, '2026-11-24 09:00:00+00');
INSERT INTO public.class VALUES (1, 'i4dvwpb8stdbhb53', 1, '3ªB', 'Storia', 'Europe/Rome', '2026-11-24 09:00:00+00', '', 'BR6C63', '2026-12-08 09:00:00+00', false, false, NULL, 60, 2, 2);
INSERT INTO public.decision VALUES (1, 1, 1, 'accept', 1, '2026-11-24 09:00:00+00', '[]');
INSERT INTO public.draft VALUES (2, 'n35ejtpi8vvn5ghd', 2, 2, 'kind-status', 'rules-1', 'check', 'engine', '{"id": "d02", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 1, "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "opinion"}], "explanation": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '[]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (3, '53vwhvdx8dyfmkd5', 2, 3, 'kind-status', 'rules-1', 'check', 'engine', '{"id": "d03", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 1, "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "kind": "opinion"}], "explanation": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}', '[]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (4, 'vusq2p4ysm7tx7x5', 2, 4, 'classify-kinds', 'rules-1', 'check', 'engine', '{"id": "d04", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo ciascuna di queste frasi?", "categories": [{"text": "Dato per certo", "kind": "fact"}, {"text": "Dichiarazione", "kind": "claim"}, {"text": "Previsione", "kind": "forecast"}], "statements": [{"text": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.", "category": 1, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce."}, {"text": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.", "category": 1, "feedback": "Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce."}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.", "category": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno."}, {"text": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.", "category": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno."}], "explanation": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce. Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce. L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f02", "f07", "f03", "f09"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}, {"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}, {"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}, {"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}', '["dangling", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (5, 'w8b98hvyuyppijyj', 2, 5, 'short-answer', 'rules-1', 'check', 'engine', '{"id": "d05", "type": "text", "lang": "it", "stem": "Quale banca aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026?", "answers": [{"text": "Banca del Canada", "fraction": 1}, {"text": "del Canada", "fraction": 1}, {"text": "Canada", "fraction": 1}, {"text": "la Banca del Canada", "fraction": 1}, {"text": "la Canada", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Banca del Canada. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (12, '2i8nj3shvk4ptxj7', 2, 12, 'gap-country', 'rules-1', 'check', 'engine', '{"id": "d12", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Banca _____ aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "del Messico", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Per\u00f9", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Cile", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "del Canada", "fraction": 1}], "explanation": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (6, 'eia682uhzff9mca3', 2, 6, 'ordering', 'rules-1', 'check', 'engine', '{"id": "d06", "type": "ordering", "lang": "it", "stem": "Metti in ordine di tempo questi fatti dell\u2019articolo, dal primo all\u2019ultimo.", "order": [{"text": "L\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%", "feedback": "\u00c8 del 2025: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}]}, {"text": "In Germania il costo medio dei mutui era salito al 4,2%", "feedback": "\u00c8 del gennaio 2026: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}]}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3%", "feedback": "\u00c8 del 4 giugno 2026: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}]}], "explanation": "Le date dell\u2019articolo: 2025; gennaio 2026; 4 giugno 2026.", "facts": ["f09", "f03"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}, {"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}, {"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}', '["dangling", "undated", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (7, 'bzinceijc9xruem2', 2, 7, 'cloze-parts', 'rules-1', 'check', 'engine', '{"id": "d07", "type": "cloze", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abLa [[1]] ha tagliato i tassi di interesse dello 0,25% gioved\u00ec [[2]].\u00bb", "gaps": [{"type": "text", "answers": [{"text": "Banca centrale europea", "fraction": 1}]}, {"type": "text", "answers": [{"text": "11 giugno 2026", "fraction": 1}]}], "explanation": "L\u2019articolo dice: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f01"], "evidence": [{"start": 65, "end": 159, "quote": "La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["leans-on-context", "relative-time", "rough"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (8, 'w5buxxjxtty4k7ez', 2, 8, 'kind-status', 'rules-1', 'check', 'engine', '{"id": "d08", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 1, "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "kind": "opinion"}], "explanation": "Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '[]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (9, '77scj4tc6cprsaua', 2, 9, 'who-said', 'rules-1', 'check', 'engine', '{"id": "d09", "type": "text", "lang": "it", "stem": "A chi attribuisce l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa affermazione? \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni.\u00bb", "answers": [{"text": "La Banca d''Italia", "fraction": 1}, {"text": "Banca d''Italia", "fraction": 1}, {"text": "Bankitalia", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: La Banca d''Italia. L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (10, '784sgx2wdsx4r5a5', 2, 10, 'multiple-statements', 'rules-1', 'check', 'engine', '{"id": "d10", "type": "multiple", "lang": "it", "stem": "Quali di queste informazioni si leggono nell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? Possono essere pi\u00f9 di una.", "options": [{"text": "Il tasso sui depositi scende cos\u00ec al 4,13%, il livello pi\u00f9 basso dal marzo 2023.", "fraction": 0, "feedback": "L\u2019articolo dice un\u2019altra cosa: 2,75, non 4,13."}, {"text": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,9% nel maggio 2026.", "fraction": 0, "feedback": "L\u2019articolo dice un\u2019altra cosa: 2,1, non 2,9."}, {"text": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.", "fraction": 1, "feedback": "\u00c8 nel paragrafo 4."}, {"text": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.", "fraction": 1, "feedback": "\u00c8 nel paragrafo 1."}], "explanation": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1). L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1). L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03", "f05", "f08", "f02"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}, {"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}, {"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}, {"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "timing": "current"}', '["not-central", "dangling"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (11, 'a6mrhdmgrwqh8vvz', 2, 11, 'short-answer', 'rules-1', 'check', 'engine', '{"id": "d11", "type": "text", "lang": "it", "stem": "Secondo l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb, chi ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese?", "answers": [{"text": "Fabio Panetta", "fraction": 1}, {"text": "Panetta", "fraction": 1}, {"text": "Il governatore della Banca d\u2019Italia Fabio Panetta", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Fabio Panetta. L\u2019articolo dice: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb (paragrafo 3).", "facts": ["f04"], "evidence": [{"start": 807, "end": 924, "quote": "Il governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "timing": "current"}', '["not-central", "dangling", "heavy"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (13, '2qfsftd8q62q2mpp', 2, 13, 'short-answer', 'rules-1', 'check', 'engine', '{"id": "d13", "type": "text", "lang": "it", "stem": "Secondo l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb, quale istituzione prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%?", "answers": [{"text": "Commissione europea", "fraction": 1}, {"text": "Commissione Ue", "fraction": 1}, {"text": "esecutivo europeo", "fraction": 1}, {"text": "esecutivo comunitario", "fraction": 1}, {"text": "la Commissione europea", "fraction": 1}, {"text": "la Commissione Ue", "fraction": 1}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Commissione europea. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}', '["not-central", "dangling"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (14, 'ttr6yzxewzk7vrku', 2, 14, 'kind-status', 'rules-1', 'check', 'engine', '{"id": "d14", "type": "choice", "lang": "it", "stem": "Come presenta l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb questa informazione? \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "Come un fatto che d\u00e0 per certo", "fraction": 1, "kind": "fact"}, {"text": "Come una dichiarazione di qualcuno", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "claim"}, {"text": "Come una previsione o un\u2019ipotesi", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "forecast"}, {"text": "Come un giudizio di chi scrive", "fraction": 0, "feedback": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "kind": "opinion"}], "explanation": "L\u2019articolo lo dice con parole proprie, senza attribuirlo a nessuno.", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '[]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (15, 'rbqwm4ms98cxxz8d', 2, 15, 'gap-body', 'rules-1', 'check', 'engine', '{"id": "d15", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00ab_____ prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "La Federal Reserve", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb"}, {"text": "La Bce", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"text": "La Commissione europea", "fraction": 1}, {"text": "La Banca d''Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}], "explanation": "Risposta: la Commissione europea. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}', '["not-central", "attribution-lost"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (16, 'jywah77heqtthden', 2, 16, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d16", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il _____.\u00bb", "options": [{"text": "17 giugno 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb"}, {"text": "4 giugno 2026", "fraction": 1}, {"text": "1 settembre 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "7 febbraio 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 4 giugno 2026. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (17, 'gvdzem6aq7bbutcp', 2, 17, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d17", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal _____% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "3,25", "fraction": 1}, {"text": "4,88", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,75", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "2,44", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 3,25. L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["trivial", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (23, 'kfyt2fazzf7x9arj', 2, 23, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d23", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl nuovo tasso entrer\u00e0 in vigore il _____.\u00bb", "options": [{"text": "17 giugno 2026", "fraction": 1}, {"text": "25 novembre 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "4 giugno 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}, {"text": "20 febbraio 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 17 giugno 2026. L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f05"], "evidence": [{"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "current"}', '["not-central", "dangling", "attribution-lost"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (18, 'n7uyfie7cvn32sdw', 2, 18, 'gap-typed-number', 'rules-1', 'check', 'engine', '{"id": "d18", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al _____% nel maggio 2026.\u00bb", "numbers": [{"value": "2.1", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 2,1%."}], "unit": "%", "explanation": "Risposta: 2,1%. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (19, 'k7jm5unygqn6ff5y', 2, 19, 'gap-body', 'rules-1', 'check', 'engine', '{"id": "d19", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo _____.\u00bb", "options": [{"text": "la Commissione europea", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb"}, {"text": "la Banca d\u2019Italia", "fraction": 1}, {"text": "la Bce", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"text": "la Federal Reserve", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb"}], "explanation": "Risposta: la Banca d\u2019Italia. L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}', '["attribution-lost", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (20, 'shnpdsd5m2vdr7ix', 2, 20, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d20", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel _____.\u00bb", "options": [{"text": "marzo 2023", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "marzo 2026", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "gennaio 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}, {"text": "maggio 2026", "fraction": 1}], "explanation": "Risposta: maggio 2026. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (21, 'gx5dpmwpdi49ku2i', 2, 21, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d21", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al _____% nel maggio 2026.\u00bb", "options": [{"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "3,7", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,1", "fraction": 1}, {"text": "4,2", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}], "explanation": "Risposta: 2,1. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (22, 'f2k7k43uyzt323au', 2, 22, 'gap-money', 'rules-1', 'check', 'engine', '{"id": "d22", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa _____ euro al mese.\u00bb", "options": [{"text": "49", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "18", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "35", "fraction": 1}, {"text": "42", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 35. L\u2019articolo dice: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb (paragrafo 3).", "facts": ["f04"], "evidence": [{"start": 807, "end": 924, "quote": "Il governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "timing": "current"}', '["not-central", "unexplained-name"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (24, 'wkb9yqujmhsg6wqk', 2, 24, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d24", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa Commissione europea prevede che nel _____ la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "2028", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2026", "fraction": 1}, {"text": "2024", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2025", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}], "explanation": "Risposta: 2026. L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "current"}', '["not-central", "attribution-lost"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (25, '3v3cbc7jexue7fu9', 2, 25, 'gap-typed-number', 'rules-1', 'check', 'engine', '{"id": "d25", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello _____%.\u00bb", "numbers": [{"value": "0.9", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 0,9%."}], "unit": "%", "explanation": "Risposta: 0,9%. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (26, '8kexcsynrti7tbas', 2, 26, 'gap-typed-number', 'rules-1', 'check', 'engine', '{"id": "d26", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl tasso sui depositi scende cos\u00ec al _____%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "numbers": [{"value": "2.75", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.1", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 2,75%."}], "unit": "%", "explanation": "Risposta: 2,75%. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["dangling", "linked"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (27, 'jeiaayk2se4pura3', 2, 27, 'gap-country', 'rules-1', 'check', 'engine', '{"id": "d27", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer _____ la Commissione europea stima una crescita dello 0,8%.\u00bb", "options": [{"text": "la Spagna", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "l\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "la Francia", "fraction": 1}, {"text": "la Germania", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}], "explanation": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (28, 'wz72jmdzckpscfsa', 2, 28, 'gap-typed-number', 'rules-1', 'check', 'engine', '{"id": "d28", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer la Francia la Commissione europea stima una crescita dello _____%.\u00bb", "numbers": [{"value": "0.8", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 0,8%."}], "unit": "%", "explanation": "Risposta: 0,8%. L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["no-verb", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (29, 'krn3cucrjqh5ptti', 2, 29, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d29", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel _____ l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb"}, {"text": "2021", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2030", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2025", "fraction": 1}], "explanation": "Risposta: 2025. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (30, 'tfme4wbwnjffwdqv', 2, 30, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d30", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello _____%.\u00bb", "options": [{"text": "4,2", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb"}, {"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,6", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "0,9", "fraction": 1}], "explanation": "Risposta: 0,9. L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (31, 'e6pc3hsrgefuu8gj', 2, 31, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d31", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIl tasso sui depositi scende cos\u00ec al _____%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "3,25", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}, {"text": "2,20", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "3,85", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "2,75", "fraction": 1}], "explanation": "Risposta: 2,75. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["dangling", "linked"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (32, '5ui6sddip63ifnxk', 2, 32, 'true-false-swap', 'rules-1', 'check', 'engine', '{"id": "d32", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,9% nel maggio 2026.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab2,1\u00bb, non \u00ab2,9\u00bb."}, {"text": "false", "fraction": 1}], "correction": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.", "explanation": "\u00c8 \u00ab2,1\u00bb, non \u00ab2,9\u00bb. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (33, 'zdzxwqdm8fgygdgx', 2, 33, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d33", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4)."}], "explanation": "L\u2019articolo dice: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb (paragrafo 4).", "facts": ["f03"], "evidence": [{"start": 1119, "end": 1206, "quote": "La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (34, 'c46bey82c4xynvz7', 2, 34, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d34", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abPer la Francia la Commissione europea stima una crescita dello _____%.\u00bb", "options": [{"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,4", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "0,8", "fraction": 1}], "explanation": "Risposta: 0,8. L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (35, '335mrakdi8rq44ye', 2, 35, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d35", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (36, 'g42rn5wip6b5y3bw', 2, 36, 'who-quoted', 'rules-1', 'check', 'engine', '{"id": "d36", "type": "text", "lang": "it", "stem": "A chi attribuisce l\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb queste parole? \u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb", "answers": [{"text": "Christine Lagarde", "fraction": 1}, {"text": "Lagarde", "fraction": 1}, {"text": "Fabio Panetta", "fraction": 0, "feedback": "Nell\u2019articolo dice un\u2019altra cosa: \u00abIl governatore della Banca d\u2019Italia Fabio Panetta ha spiegato che il taglio ridurr\u00e0 le rate di circa 35 euro al mese.\u00bb"}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Christine Lagarde. L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce.", "facts": [], "evidence": [{"start": 504, "end": 627, "quote": "\u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb, ha detto Christine Lagarde in conferenza stampa."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "timing": "current"}', '["not-central", "dangling"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (37, 'zjfxkbmxshk2exff', 2, 37, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d37", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1)."}], "explanation": "L\u2019articolo dice: \u00abIl nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026.\u00bb (paragrafo 1).", "facts": ["f05"], "evidence": [{"start": 241, "end": 292, "quote": "Il nuovo tasso entrer\u00e0 in vigore il 17 giugno 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}', '["not-central", "dangling"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (38, 'nnhgxvu4u94vjz6x', 2, 38, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d38", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abLa Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%.\u00bb (paragrafo 5).", "facts": ["f06"], "evidence": [{"start": 1272, "end": 1346, "quote": "La Commissione europea prevede che nel 2026 la crescita arriver\u00e0 all\u20191,3%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "forecast", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (39, 'gnx8qzywhtpxjfbg', 2, 39, 'true-false-swap', 'rules-1', 'check', 'engine', '{"id": "d39", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl tasso sui depositi scende cos\u00ec al 4,13%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab2,75\u00bb, non \u00ab4,13\u00bb."}, {"text": "false", "fraction": 1}], "correction": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.", "explanation": "\u00c8 \u00ab2,75\u00bb, non \u00ab4,13\u00bb. L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["dangling", "linked"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (40, '4t3djs5ipd34xnck', 2, 40, 'gap-country', 'rules-1', 'check', 'engine', '{"id": "d40", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00ab_____ il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "options": [{"text": "In Italia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "In Svezia", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "In Germania", "fraction": 1}, {"text": "In Francia", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb"}], "explanation": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (41, 'v4sxxq4hx5yjei5z', 2, 41, 'gap-typed-number', 'rules-1', 'check', 'engine', '{"id": "d41", "type": "number", "lang": "it", "stem": "Scrivi in cifre il numero che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al _____% nel gennaio 2026.\u00bb", "numbers": [{"value": "4.2", "fraction": 1}, {"value": "0.25", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abLa Banca centrale europea ha tagliato i tassi di interesse dello 0,25% gioved\u00ec 11 giugno 2026.\u00bb"}, {"value": "2.75", "fraction": 0, "feedback": "\u00c8 un altro numero dell\u2019articolo: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"value": null, "fraction": 0, "feedback": "L\u2019articolo scrive 4,2%."}], "unit": "%", "explanation": "Risposta: 4,2%. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (42, 'zx3n9kqsxjdswtcs', 2, 42, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d42", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb (paragrafo 3). Chi lo dice: la Banca d\u2019Italia. L\u2019articolo riferisce, non garantisce.", "facts": ["f07"], "evidence": [{"start": 703, "end": 806, "quote": "In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la Banca d\u2019Italia", "timing": "current"}', '["not-central", "unexplained-name"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (43, 'rensek4s8z7w43gb', 2, 43, 'gap-date', 'rules-1', 'check', 'engine', '{"id": "d43", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel _____.\u00bb", "options": [{"text": "settembre 2025", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}, {"text": "maggio 2026", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "marzo 2023", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb"}, {"text": "gennaio 2026", "fraction": 1}], "explanation": "Risposta: gennaio 2026. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (44, 'jn3yktsxiy24asck', 2, 44, 'gap-percent', 'rules-1', 'check', 'engine', '{"id": "d44", "type": "choice", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn Germania il costo medio dei mutui era salito al _____% nel gennaio 2026.\u00bb", "options": [{"text": "4,2", "fraction": 1}, {"text": "2,1", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb"}, {"text": "0,9", "fraction": 0, "feedback": "L\u2019articolo lo scrive altrove, per un\u2019altra cosa: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb"}, {"text": "5,0", "fraction": 0, "feedback": "Nell\u2019articolo non compare."}], "explanation": "Risposta: 4,2. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (45, 'p8cg3asthv333kin', 2, 45, 'gap-typed-name', 'rules-1', 'check', 'engine', '{"id": "d45", "type": "text", "lang": "it", "stem": "Scrivi il nome del Paese che manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abIn _____ il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "answers": [{"text": "Germania", "fraction": 1}, {"text": "Repubblica federale tedesca", "fraction": 1}, {"text": "la Germania", "fraction": 1}, {"text": "la Repubblica federale tedesca", "fraction": 1}, {"text": "Berlino", "fraction": 0, "feedback": "Berlino \u00e8 la capitale: qui serve il nome del Paese."}, {"text": "Italia", "fraction": 0, "feedback": "L\u2019articolo ne parla, ma per altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "Canada", "fraction": 0, "feedback": "L\u2019articolo ne parla, ma per altro: \u00abLa Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.\u00bb"}], "match": {"case": false, "accents": false, "punctuation": false, "spaces": false}, "explanation": "Risposta: Germania. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (46, 'njedcizs44gshq7r', 2, 46, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d46", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abNel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%.\u00bb (paragrafo 5).", "facts": ["f09"], "evidence": [{"start": 1208, "end": 1271, "quote": "Nel 2025 l\u2019economia dell\u2019area dell\u2019euro \u00e8 cresciuta dello 0,9%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (47, 'f73hacybvaye8tgh', 2, 47, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d47", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1)."}], "explanation": "L\u2019articolo dice: \u00abIl tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023.\u00bb (paragrafo 1).", "facts": ["f08"], "evidence": [{"start": 160, "end": 240, "quote": "Il tasso sui depositi scende cos\u00ec al 2,75%, il livello pi\u00f9 basso dal marzo 2023."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["dangling", "linked"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (48, 'f9nzgvysk276sqvg', 2, 48, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d48", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5)."}], "explanation": "L\u2019articolo dice: \u00abPer la Francia la Commissione europea stima una crescita dello 0,8%.\u00bb (paragrafo 5).", "facts": ["f11"], "evidence": [{"start": 1347, "end": 1415, "quote": "Per la Francia la Commissione europea stima una crescita dello 0,8%."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "current"}', '["no-verb", "not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (49, 'wet94wdyz3n42j8j', 2, 49, 'true-false-swap', 'rules-1', 'check', 'engine', '{"id": "d49", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Germania il costo medio dei mutui era salito al 3,2% nel gennaio 2026.\u00bb", "options": [{"text": "true", "fraction": 0, "feedback": "\u00c8 \u00ab4,2\u00bb, non \u00ab3,2\u00bb."}, {"text": "false", "fraction": 1}], "correction": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.", "explanation": "\u00c8 \u00ab4,2\u00bb, non \u00ab3,2\u00bb. L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (50, 'ymcacj5y5ffrrksy', 2, 50, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d50", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3)."}], "explanation": "L\u2019articolo dice: \u00abIn Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026.\u00bb (paragrafo 3).", "facts": [], "evidence": [{"start": 629, "end": 702, "quote": "In Germania il costo medio dei mutui era salito al 4,2% nel gennaio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "fact", "timing": "dated"}', '["not-central"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (51, 'ksbgzwthwbzcpg3p', 2, 51, 'cloze-parts', 'rules-1', 'check', 'engine', '{"id": "d51", "type": "cloze", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa [[1]] potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di [[2]].\u00bb", "gaps": [{"type": "text", "answers": [{"text": "Federal Reserve", "fraction": 1}]}, {"type": "text", "answers": [{"text": "Goldman Sachs", "fraction": 1}]}], "explanation": "L\u2019articolo dice: \u00abLa Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.\u00bb (paragrafo 4).", "facts": ["f10"], "evidence": [{"start": 1008, "end": 1118, "quote": "La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs."}], "status": "draft", "tags": ["bozza-automatica"], "holder": "gli analisti di Goldman Sachs", "timing": "current"}', '["leans-on-context", "rough", "not-central", "heavy"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (52, '9hhnpgd6grbmb5x3', 2, 52, 'true-false-verbatim', 'rules-1', 'check', 'engine', '{"id": "d52", "type": "true_false", "lang": "it", "stem": "L\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb riferisce: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb", "options": [{"text": "true", "fraction": 1}, {"text": "false", "fraction": 0, "feedback": "L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce."}], "explanation": "L\u2019articolo dice: \u00ab\u201cDecideremo riunione per riunione, guardando ai dati e non al calendario\u201d, ha detto Christine Lagarde in conferenza stampa.\u00bb (paragrafo 2). Chi lo dice: Christine Lagarde in conferenza stampa. L\u2019articolo riferisce, non garantisce.", "facts": [], "evidence": [{"start": 504, "end": 627, "quote": "\u00abDecideremo riunione per riunione, guardando ai dati e non al calendario\u00bb, ha detto Christine Lagarde in conferenza stampa."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "timing": "current"}', '["bare-noun", "not-central", "dangling", "unexplained-name"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (53, 'ga54zrpmdgw2fh4q', 2, 53, 'gap-phrase', 'rules-1', 'check', 'engine', '{"id": "d53", "type": "text", "lang": "it", "stem": "Completa la frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb: \u00abLa presidente _____ ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb", "answers": [{"text": "Christine Lagarde", "fraction": 1}], "explanation": "L\u2019articolo dice: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb (paragrafo 2). Chi lo dice: la presidente Christine Lagarde. L\u2019articolo riferisce, non garantisce.", "facts": ["f12"], "evidence": [{"start": 395, "end": 503, "quote": "La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "la presidente Christine Lagarde", "timing": "current"}', '["attribution-lost", "leans-on-context", "rough", "not-central", "dangling", "linked"]', 'todo', 0, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.draft VALUES (1, 'tvqb68yec869yubm', 2, 1, 'who-told', 'rules-1', 'check', 'engine', '{"id": "d01", "type": "choice", "lang": "it", "stem": "Quale fonte manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? \u00abSecondo _____, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "options": [{"text": "Christine Lagarde, presidente", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb"}, {"text": "La Banca d\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"text": "L\u2019istituto di Francoforte", "fraction": 1}], "explanation": "Risposta: L\u2019istituto di Francoforte. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "facts": ["f02"], "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "status": "draft", "tags": ["bozza-automatica"], "kind": "claim", "holder": "l\u2019istituto di Francoforte", "timing": "dated"}', '[]', 'accepted', 1, 6, '2026-11-24 09:00:00+00');
INSERT INTO public.drafting VALUES (2, 'rules-1', 233, '["published", "retrieved", "url", "licence"]', '[[0, 63, "title"], [65, 292, "body"], [294, 627, "body"], [629, 924, "body"], [926, 1206, "body"], [1208, 1415, "body"]]', '[{"start": 65, "end": 159, "kind": "fact", "holder": null, "reason": "relative-time"}, {"start": 160, "end": 240, "kind": "fact", "holder": null, "reason": null}, {"start": 241, "end": 292, "kind": "forecast", "holder": null, "reason": null}, {"start": 294, "end": 394, "kind": "claim", "holder": "l\u2019istituto di Francoforte", "reason": null}, {"start": 395, "end": 503, "kind": "claim", "holder": "la presidente Christine Lagarde", "reason": "points-elsewhere"}, {"start": 504, "end": 627, "kind": "claim", "holder": "Christine Lagarde in conferenza stampa", "reason": null}, {"start": 629, "end": 702, "kind": "fact", "holder": null, "reason": null}, {"start": 703, "end": 806, "kind": "claim", "holder": "la Banca d\u2019Italia", "reason": null}, {"start": 807, "end": 924, "kind": "forecast", "holder": "il governatore della Banca d\u2019Italia Fabio Panetta", "reason": null}, {"start": 926, "end": 1007, "kind": "forecast", "holder": null, "reason": "relative-time"}, {"start": 1008, "end": 1118, "kind": "forecast", "holder": "gli analisti di Goldman Sachs", "reason": "relative-time"}, {"start": 1119, "end": 1206, "kind": "fact", "holder": null, "reason": null}, {"start": 1208, "end": 1271, "kind": "fact", "holder": null, "reason": null}, {"start": 1272, "end": 1346, "kind": "forecast", "holder": null, "reason": null}, {"start": 1347, "end": 1415, "kind": "fact", "holder": null, "reason": null}]', '[]', '2026-11-24 09:00:00+00');
INSERT INTO public.erasure VALUES (1, 1, 'a42e5d5de5a7bfc8524b85b87e969607b6ef23bfdd74050e7cbdd771c02a1269', 'teacher', 'asked', 1, '{"delete": {"notice": 1}, "empty": {"user": 1}}', '2026-11-24 09:00:00+00');
INSERT INTO public.fact VALUES (1, 2, 'f01', 0, 'fact', NULL, 'La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026.', NULL, 65, 159, 'La Banca centrale europea ha tagliato i tassi di interesse dello 0,25% giovedì 11 giugno 2026.');
INSERT INTO public.fact VALUES (2, 2, 'f02', 1, 'claim', 'l’istituto di Francoforte', 'Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.', NULL, 294, 394, 'Secondo l’istituto di Francoforte, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.');
INSERT INTO public.fact VALUES (3, 2, 'f03', 2, 'fact', NULL, 'La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.', NULL, 1119, 1206, 'La Banca del Canada aveva ridotto il costo del denaro dal 3,25% al 3% il 4 giugno 2026.');
INSERT INTO public.fact VALUES (4, 2, 'f04', 3, 'forecast', 'il governatore della Banca d’Italia Fabio Panetta', 'Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.', NULL, 807, 924, 'Il governatore della Banca d’Italia Fabio Panetta ha spiegato che il taglio ridurrà le rate di circa 35 euro al mese.');
INSERT INTO public.fact VALUES (5, 2, 'f05', 4, 'forecast', NULL, 'Il nuovo tasso entrerà in vigore il 17 giugno 2026.', NULL, 241, 292, 'Il nuovo tasso entrerà in vigore il 17 giugno 2026.');
INSERT INTO public.fact VALUES (6, 2, 'f06', 5, 'forecast', NULL, 'La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%.', NULL, 1272, 1346, 'La Commissione europea prevede che nel 2026 la crescita arriverà all’1,3%.');
INSERT INTO public.fact VALUES (7, 2, 'f07', 6, 'claim', 'la Banca d’Italia', 'In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia.', NULL, 703, 806, 'In Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d’Italia.');
INSERT INTO public.fact VALUES (8, 2, 'f08', 7, 'fact', NULL, 'Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023.', NULL, 160, 240, 'Il tasso sui depositi scende così al 2,75%, il livello più basso dal marzo 2023.');
INSERT INTO public.fact VALUES (9, 2, 'f09', 8, 'fact', NULL, 'Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%.', NULL, 1208, 1271, 'Nel 2025 l’economia dell’area dell’euro è cresciuta dello 0,9%.');
INSERT INTO public.fact VALUES (10, 2, 'f10', 9, 'forecast', 'gli analisti di Goldman Sachs', 'La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.', NULL, 1008, 1118, 'La Federal Reserve potrebbe lasciare i tassi invariati fino a dicembre, secondo gli analisti di Goldman Sachs.');
INSERT INTO public.fact VALUES (11, 2, 'f11', 10, 'fact', NULL, 'Per la Francia la Commissione europea stima una crescita dello 0,8%.', NULL, 1347, 1415, 'Per la Francia la Commissione europea stima una crescita dello 0,8%.');
INSERT INTO public.fact VALUES (12, 2, 'f12', 11, 'claim', 'la presidente Christine Lagarde', 'La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.', NULL, 395, 503, 'La presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.');
INSERT INTO public.item VALUES (1, 'zmjnmeq43dbrbnkr', 1, 'citta', 0, NULL, 'ca06ed71316024b2b4a1fac1f81cf28eaa94cd28493f2cc680a7089d6807daf4', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (2, 'efj9qz98fnnm2hri', 1, 'due', 1, NULL, 'd61d598e4ca4b9b31a2cc1cd4813b2ff6cdffc52e0baa9ae9051e91d5243d647', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (3, 'q4ujsj9sdrhkxpv7', 1, 'vero', 2, NULL, 'b1ac11133e7d9de0051081ac65ec9e451375a6d67c18748a8a0296b0c80f5946', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (4, '8tqubsxpbf7mishu', 1, 'mese', 3, NULL, 'd1d73377cb087d087a6193c1aca6f3d26464d0d8aabede2faaf341cf4ddd8318', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (5, 'efcjxqckif7hyjup', 1, 'tipi', 4, NULL, 'e09f53304f923a78aa4910a38bb1a5215aed8799896104a54646c0e0462d7672', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (6, 'bk8fia9inggig7vp', 2, 'quale-fonte-manca-in-questa', 0, NULL, NULL, '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (7, 'dg5nmvrcfmgwg9th', 1, 'in-quale-citta-fu-firmato', 5, NULL, NULL, '2026-11-24 09:00:00+00', 1, 1);
INSERT INTO public.item VALUES (8, 'fq2pyp7h4ges9tkk', 1, 'l-accordo-fu-firmato-nel', 6, 'vero', NULL, '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item VALUES (9, 'wpxm8b2kdveg55qr', 3, 'qual-e-la-capitale-d', 0, NULL, '107517ecbde54bcbd2b90ee297a02639c8a265a77f631bbe6f78f68d4c7515e5', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.item_act VALUES (1, '6eazbcvsf3ryscwm', 1, 'corrected', 'Era Ginevra.', 1, 8, NULL, 2, '{"marked_with": {"1": null}}', 1, '2026-11-24 09:00:00+00', NULL, NULL, NULL);
INSERT INTO public.item_act VALUES (2, 'kfwjy6umjd9jp5gt', 2, 'withdrawn', 'Ambigua.', 2, 9, NULL, 2, '{}', 1, '2026-11-24 09:00:00+00', NULL, 1, '2026-11-24 09:00:00+00');
INSERT INTO public.item_act VALUES (3, 'kfhcks8t2sfmuzeh', 3, 'superseded', 'Spostata.', 3, NULL, 8, 0, '{}', 1, '2026-11-24 09:00:00+00', NULL, NULL, NULL);
INSERT INTO public.item_listing VALUES (3, 3, 'ready', 'true_false', 'fact', 'it', NULL, 'dated', NULL, NULL, 'l accordo fu firmato nel 2023 true false canarino corretto spiegazione a vienna il 3 marzo 2024');
INSERT INTO public.item_listing VALUES (4, 4, 'ready', 'text', 'fact', 'it', NULL, 'dated', NULL, NULL, 'in quale mese del 2024 fu firmato l accordo marzo canarino spiegazione a vienna il 3');
INSERT INTO public.item_listing VALUES (5, 5, 'ready', 'classify', 'fact', 'it', NULL, 'dated', NULL, NULL, 'come presenta l articolo del 2024 queste frasi dato per certo previsione accordo fu firmato intesa potrebbe durare canarino spiegazione a vienna il 3 marzo');
INSERT INTO public.item_listing VALUES (6, 6, 'in_review', 'choice', 'claim', 'it', NULL, 'dated', NULL, 1, 'quale fonte manca in questa frase dell articolo la banca centrale taglia i tassi per prima volta tre anni secondo l inflazione area euro e scesa al 2 1 nel maggio 2026 istituto di francoforte bozza automatica christine lagarde presidente d italia risposta dice paragrafo chi lo riferisce non garantisce');
INSERT INTO public.item_listing VALUES (7, 7, 'ready', 'choice', 'fact', 'it', NULL, 'dated', NULL, 1, 'in quale citta fu firmato l accordo del 2024 vienna ginevra roma canarino spiegazione a il 3 marzo');
INSERT INTO public.item_listing VALUES (1, 8, 'ready', 'choice', 'fact', 'it', NULL, 'dated', NULL, 1, 'in quale citta fu firmato l accordo del 2024 vienna ginevra roma era a il 3 marzo');
INSERT INTO public.item_listing VALUES (2, 10, 'ready', 'multiple', 'fact', 'it', NULL, 'dated', NULL, 1, 'che cosa e vero dell accordo del 2024 di marzo vienna maggio canarino spiegazione a fu firmato l il 3');
INSERT INTO public.item_listing VALUES (8, 11, 'in_review', 'true_false', 'fact', 'it', NULL, 'dated', NULL, 1, 'l accordo fu firmato nel 2023 true false canarino corretto spiegazione a vienna il 3 marzo 2024');
INSERT INTO public.item_listing VALUES (9, 12, 'in_review', 'choice', NULL, 'it', NULL, NULL, NULL, 1, 'roma qual e la capitale d italia milano');
INSERT INTO public.item_tag VALUES (6, 'bozza-automatica');
INSERT INTO public.item_version VALUES (2, 2, 1, 'ready', 'multiple', 'fact', 'Che cosa è vero dell’accordo del 2024?', '{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (3, 3, 1, 'ready', 'true_false', 'fact', 'L’accordo fu firmato nel 2023.', '{"id": "vero", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (4, 4, 1, 'ready', 'text', 'fact', 'In quale mese del 2024 fu firmato l’accordo?', '{"id": "mese", "type": "text", "lang": "it", "stem": "In quale mese del 2024 fu firmato l\u2019accordo?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "answers": [{"id": "a1", "text": "marzo CANARINO", "fraction": 1}, {"id": "a2", "text": "marzo", "fraction": 1}], "match": {"case": false, "accents": true, "punctuation": false, "spaces": false}, "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (5, 5, 1, 'ready', 'classify', 'fact', 'Come presenta l’articolo del 2024 queste frasi?', '{"id": "tipi", "type": "classify", "lang": "it", "stem": "Come presenta l\u2019articolo del 2024 queste frasi?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "categories": [{"id": "c1", "text": "Dato per certo", "kind": "fact"}, {"id": "c2", "text": "Previsione", "kind": "forecast"}], "statements": [{"id": "s1", "text": "L\u2019accordo fu firmato.", "category": 0, "feedback": "CANARINO-s1"}, {"id": "s2", "text": "L\u2019intesa potrebbe durare.", "category": 1, "feedback": "CANARINO-s2"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (6, 6, 1, 'in_review', 'choice', 'claim', 'Quale fonte manca in questa frase dell’articolo «La banca centrale taglia i tassi per la prima volta in tre anni»? «Secondo _____, l’inflazione dell’area dell’euro è scesa al 2,1% nel maggio 2026.»', '{"id": "quale-fonte-manca-in-questa", "type": "choice", "lang": "it", "stem": "Quale fonte manca in questa frase dell\u2019articolo \u00abLa banca centrale taglia i tassi per la prima volta in tre anni\u00bb? \u00abSecondo _____, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb", "kind": "claim", "holder": "l\u2019istituto di Francoforte", "facts": ["f02"], "timing": "dated", "tags": ["bozza-automatica"], "author": "Giulia", "options": [{"id": "o1", "text": "Christine Lagarde, presidente", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abLa presidente Christine Lagarde ha dichiarato che la decisione non anticipa altri tagli nei mesi successivi.\u00bb"}, {"id": "o2", "text": "La Banca d\u2019Italia", "fraction": 0, "feedback": "L\u2019articolo gli attribuisce altro: \u00abIn Italia le famiglie con un mutuo a tasso variabile sono circa 1,8 milioni, secondo la Banca d\u2019Italia.\u00bb"}, {"id": "o3", "text": "L\u2019istituto di Francoforte", "fraction": 1}], "explanation": "Risposta: L\u2019istituto di Francoforte. L\u2019articolo dice: \u00abSecondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026.\u00bb (paragrafo 2). Chi lo dice: l\u2019istituto di Francoforte. L\u2019articolo riferisce, non garantisce.", "evidence": [{"start": 294, "end": 394, "quote": "Secondo l\u2019istituto di Francoforte, l\u2019inflazione dell\u2019area dell\u2019euro \u00e8 scesa al 2,1% nel maggio 2026."}], "sources": [{"title": "La banca centrale taglia i tassi per la prima volta in tre anni", "outlet": "Prova"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (7, 7, 1, 'ready', 'choice', 'fact', 'In quale città fu firmato l’accordo del 2024?', '{"id": "in-quale-citta-fu-firmato", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (8, 1, 2, 'ready', 'choice', 'fact', 'In quale città fu firmato l’accordo del 2024?', '{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "Era Ginevra.", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (1, 1, 1, 'ready', 'choice', 'fact', 'In quale città fu firmato l’accordo del 2024?', '{"id": "citta", "type": "choice", "lang": "it", "stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "options": [{"id": "o1", "text": "Vienna", "fraction": 1}, {"id": "o2", "text": "Ginevra", "fraction": 0, "feedback": "CANARINO-ginevra"}, {"id": "o3", "text": "Roma", "fraction": 0, "feedback": "CANARINO-roma"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', NULL, '2026-11-24 09:00:00+00', 8);
INSERT INTO public.item_version VALUES (9, 2, 2, 'retired', 'multiple', 'fact', 'Che cosa è vero dell’accordo del 2024?', '{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (10, 2, 3, 'ready', 'multiple', 'fact', 'Che cosa è vero dell’accordo del 2024?', '{"id": "due", "type": "multiple", "lang": "it", "stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "rule": "net-correct", "options": [{"id": "o1", "text": "\u00c8 di marzo", "fraction": 1}, {"id": "o2", "text": "\u00c8 di Vienna", "fraction": 1}, {"id": "o3", "text": "\u00c8 di maggio", "fraction": 0, "feedback": "CANARINO-maggio"}], "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (11, 8, 1, 'in_review', 'true_false', 'fact', 'L’accordo fu firmato nel 2023.', '{"id": "l-accordo-fu-firmato-nel", "type": "true_false", "lang": "it", "stem": "L\u2019accordo fu firmato nel 2023.", "kind": "fact", "as_of": "2024-03-03", "timing": "dated", "supersedes": "vero", "options": [{"id": "o1", "text": "true", "fraction": 0, "feedback": "CANARINO-anno"}, {"id": "o2", "text": "false", "fraction": 1}], "correction": "CANARINO-corretto", "explanation": "CANARINO-spiegazione", "evidence": [{"start": 0, "end": 46, "quote": "A Vienna fu firmato l\u2019accordo il 3 marzo 2024."}], "sources": [{"title": "Accordo", "outlet": "Depositario", "date": "2024-03-03"}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.item_version VALUES (12, 9, 1, 'in_review', 'choice', NULL, 'Qual è la capitale d’Italia?', '{"id": "qual-e-la-capitale-d", "type": "choice", "title": "Roma", "lang": "it", "stem": "Qual \u00e8 la capitale d\u2019Italia?", "options": [{"id": "o1", "text": "Milano", "fraction": 0}, {"id": "o2", "text": "Roma", "fraction": 1}]}', 1, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.job VALUES (1, '6k4t3dvxti6smfac', 'backup', 'dump', NULL, 'failed', '2026-11-24 09:00:00+00', 1, '2026-11-24 09:00:00+00', 0, false, NULL, 'no room', '2026-11-24 09:00:00+00', '{"place": "/backups"}');
INSERT INTO public.job VALUES (2, 'sh5qrniy86rvz7rz', 'finalise', 'dump', NULL, 'waiting', '2026-11-24 09:00:00+00', 0, NULL, 0, false, NULL, NULL, NULL, NULL);
INSERT INTO public.membership VALUES (1, 1, 'teacher', '2026-11-24 09:00:00+00', NULL, NULL, true, 100, 0, 0);
INSERT INTO public.membership VALUES (1, 3, 'student', '2026-11-24 09:00:00+00', NULL, NULL, true, 100, 0, 0);
INSERT INTO public.membership VALUES (1, 6, 'student', '2026-11-24 09:00:00+00', 'Lupo', 'lupo', true, 100, 0, 0);
INSERT INTO public.merged_student VALUES (7, 6, 1, 'Lupa', 1, '2026-11-24 09:00:00+00');
INSERT INTO public.notice VALUES (1, 1, 'reported', '{"stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "lang": "it", "item": "zmjnmeq43dbrbnkr", "count": 1}', '2026-11-24 09:00:00+00', NULL, 'reports of item 1');
INSERT INTO public.notice VALUES (3, 3, 'answered', '{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "attempt": "i5mn3jgd6tqb8t5q", "n": 2, "state": "mended", "reply": "Grazie."}', '2026-11-24 09:00:00+00', NULL, NULL);
INSERT INTO public.notice VALUES (2, 1, 'reported', '{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "item": "efj9qz98fnnm2hri", "count": 1}', '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', 'reports of item 2');
INSERT INTO public.notice VALUES (4, 1, 'copied', '{"stem": "In quale citt\u00e0 fu firmato l\u2019accordo del 2024?", "lang": "it", "bank_title": "L\u2019accordo di Vienna", "act_name": "corrected", "undone": false, "why": "Era Ginevra.", "copy": "dg5nmvrcfmgwg9th", "act": "6eazbcvsf3ryscwm"}', '2026-11-24 09:00:00+00', NULL, 'copy 7 corrected');
INSERT INTO public.notice VALUES (5, 3, 'restored', '{"stem": "Che cosa \u00e8 vero dell\u2019accordo del 2024?", "lang": "it", "quiz": "Il quiz sull\u2019accordo", "attempt": "i5mn3jgd6tqb8t5q", "n": 2, "act": "withdrawn"}', '2026-11-24 09:00:00+00', NULL, 'act 1 2');
INSERT INTO public.outcome VALUES (1, 1, 1, 1, 1, '1', '1', '1', 1, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (1, 2, 1, NULL, 2, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (1, 3, 1, NULL, 3, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (1, 4, 1, NULL, 4, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (1, 5, 1, NULL, 5, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (2, 1, 1, 1, 1, '1', '1', '1', 1, 'answer', '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.outcome VALUES (1, 1, 2, 1, 8, '1', '1', '1', 1, 'corrected', '2026-11-24 09:00:00+00', 1);
INSERT INTO public.outcome VALUES (2, 1, 2, 1, 8, '1', '1', '1', 1, 'corrected', '2026-11-24 09:00:00+00', 1);
INSERT INTO public.outcome VALUES (1, 2, 2, NULL, 2, '0', '0', '0', 0, 'withdrawn', '2026-11-24 09:00:00+00', 2);
INSERT INTO public.outcome VALUES (2, 2, 1, NULL, 2, '0', '0', '0', 0, 'withdrawn', '2026-11-24 09:00:00+00', 2);
INSERT INTO public.outcome VALUES (1, 2, 3, NULL, 2, '0', '0', '1', 0, 'answer', '2026-11-24 09:00:00+00', 2);
INSERT INTO public.quiz VALUES (1, 'bk2v79tmkyzzckk5', 1, 1, 'Il quiz sull’accordo', 'it', 1, '2026-11-24 09:00:00+00', '[{"item": 1}, {"item": 2}, {"item": 3}, {"item": 4}, {"item": 5}]', 0, NULL, NULL);
INSERT INTO public.quiz_article VALUES (1, 1);
INSERT INTO public.quiz_edition VALUES (1, 1, '{}', '[]', 1, '2026-11-24 09:00:00+00');
INSERT INTO public.quiz_reading VALUES (1, 1, '[{"edition": 1, "count": 1, "left": 0, "versions": [8, 2, 3, 4, 5], "reading": {"questions": [{"finding": "one", "n": 1, "facility": 1.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}, {"finding": "one", "n": 1, "facility": 0.0, "discrimination": null, "interval": null, "efficiency": null, "upper_lower": null, "guess": null, "weight": null, "options": []}], "n": 1, "reliability": null}}]', '2026-11-24 09:00:00+00');
INSERT INTO public.quiz_reading_change VALUES (1, 1);
INSERT INTO public.quiz_reading_change VALUES (2, 1);
INSERT INTO public.quiz_slot VALUES (1, 1, 1, 1, 'null', 1, NULL);
INSERT INTO public.quiz_slot VALUES (2, 1, 2, 2, 'null', 1, NULL);
INSERT INTO public.quiz_slot VALUES (3, 1, 3, 3, 'null', 1, NULL);
INSERT INTO public.quiz_slot VALUES (4, 1, 4, 4, 'null', 1, NULL);
INSERT INTO public.quiz_slot VALUES (5, 1, 5, 5, 'null', 1, NULL);
INSERT INTO public.recovery_code VALUES (1, 3, '0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO public.report VALUES (1, 'x3z7zn62tavz2z5y', 1, 3, 1, 1, 1, 'key', 'Perché?', 'open', '', NULL, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.report VALUES (2, 'kc8hrzr7qaaakmrq', 1, 3, 1, 2, 2, 'other', 'Perché?', 'mended', 'Grazie.', 1, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00');
INSERT INTO public.response VALUES (1, 1, 1, '{"option": "o1"}', '2026-11-24 09:00:00+00');
INSERT INTO public.response VALUES (2, 1, 1, '{"option": "o1"}', '2026-11-24 09:00:00+00');
INSERT INTO public.school VALUES (1, 'Quotidia', 'Europe/Rome', false);
INSERT INTO public.setting VALUES ('jobs_seen', '2026-11-24T09:00:00+00:00');
INSERT INTO public.sign_in_tries VALUES (1, 'ada', 2, '2026-11-24 09:00:00+00');
INSERT INTO public.slot VALUES (1, 1, 1, '["o3", "o1", "o2"]', '92475d4165ffdb86b0e64631d5afe60b', '1', NULL);
INSERT INTO public.slot VALUES (1, 2, 2, '["o2", "o3", "o1"]', '662f4059108fe94247638b7ebe9534ed', '1', NULL);
INSERT INTO public.slot VALUES (1, 3, 3, '["o1", "o2"]', 'f0e48a7d8d42e1f4ab40508c7afabcc8', '1', NULL);
INSERT INTO public.slot VALUES (1, 4, 4, '[]', '0a7c4f8b65b7aa30cf689b3835cf4f5c', '1', NULL);
INSERT INTO public.slot VALUES (1, 5, 5, '["c1", "c2", "s2", "s1"]', 'fce6f961f9fb289fddad4161a61666fb', '1', NULL);
INSERT INTO public.slot VALUES (2, 1, 1, '["o3", "o1", "o2"]', '92475d4165ffdb86b0e64631d5afe60b', '1', NULL);
INSERT INTO public.slot VALUES (2, 2, 2, '["o2", "o3", "o1"]', '662f4059108fe94247638b7ebe9534ed', '1', NULL);
INSERT INTO public.upload VALUES (2, 'sxndii53k2cqyycb', 1, 'a.gift', 'e338963b2229c49df305414110189ee8ff1102bd4b1cac09361d99dfcf6e99d4', 'gift', 1, 'eJxNj70OwjAMhF8lysyQMgELMwMDrLRCJk2LpbQpqcOPqrw7cSiC8T6fz+dJNs53QHIjZIsNyYWQSKYbEzhNEmse3ArG9BoMK311qE0mSDajo+uAgYW+ZY05Z0w5rA4BrCiDUmYlLAgNAxJYI+oyLFWx3iWBsP1sAIUxJ/Rnb+5oHozdQOj6uRKZZ267x3TN8bjxoNmQqIoL8bN8a/0ZiljFKqHBu4ud36ziG1LfUBY=', NULL, NULL, '2026-11-24 09:00:00+00', NULL);
INSERT INTO public.upload VALUES (1, 'x8pd8ifsmkt2hdcq', 1, 'a.gift', 'e338963b2229c49df305414110189ee8ff1102bd4b1cac09361d99dfcf6e99d4', 'gift', 1, NULL, NULL, 3, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00');
INSERT INTO public."user" VALUES (4, 'hnuzznknrznziajx', 1, 'student', 'bruno', 'Bruno', '$argon2id$v=19$m=19456,t=2,p=1$Wpp+xqsXCiA+3/aFQ7+iPA$5QqMzXjELKh7kaOw1jK4wPz3iBTIaG/SGudifNPUfCk', true, '2026-11-24 09:00:00+00', 0, 0, NULL, NULL, NULL);
INSERT INTO public."user" VALUES (5, 'q6cai7umavm3eg6i', 1, 'admin', 'admin', 'Admin', '$argon2id$v=19$m=19456,t=2,p=1$xc7NMNnNRzNUEdqbSe+amw$R7/Dwh1UMEflKqFG/gQYeYzKrG81Bf1SRn0eSrS7Fvg', true, '2026-11-24 09:00:00+00', 0, 0, NULL, NULL, NULL);
INSERT INTO public."user" VALUES (6, '4gn6cxhwmdes5rpq', 1, 'student', '~hdygqw77yiiabmzh', 'Lupo', '-', true, '2026-11-24 09:00:00+00', 0, 0, NULL, NULL, NULL);
INSERT INTO public."user" VALUES (7, 'qqtwgma8spjtpbzx', 1, 'student', '~azvs2jxm7k7qz5jh', 'Lupa', '-', false, '2026-11-24 09:00:00+00', 0, 0, NULL, NULL, NULL);
INSERT INTO public."user" VALUES (3, 'ibzvs2nfkye4tu85', 1, 'student', 'ada', 'Ada', '$argon2id$v=19$m=19456,t=2,p=1$cIgvFUYpbhsMUWm+KSUeQA$lIaV9VQIKXg3LEKXcHuWbuc7C9VinFi4rkE3a7ZHwK4', true, '2026-11-24 09:00:00+00', 0, 0, NULL, NULL, NULL);
INSERT INTO public."user" VALUES (1, 'qgtfz7esaqrss7xn', 1, 'teacher', 'giulia', 'Giulia', '$argon2id$v=19$m=19456,t=2,p=1$sU3dceuNqd42SlJCNAMEjQ$CNKRbFbHnxFr+XTLGN7s8JQ53t7m6SpqlB6aK0wHltI', true, '2026-11-24 09:00:00+00', 0, 0, '-', NULL, NULL);
INSERT INTO public."user" VALUES (2, '5vacyu9bd5nx4re5', 1, 'teacher', '!fbb4c56aa1acaa6d', 'docente cancellato', NULL, false, '2026-11-24 00:00:00+00', 0, 0, NULL, NULL, '2026-11-24 09:00:00+00');
INSERT INTO public.user_session VALUES (1, '2d4540800549d454fb2bbcc7cb2f29d91f0978ff9f63d373e0cf74d6be86e29a', 1, '2026-11-24 09:00:00+00', '2026-11-24 09:00:00+00', NULL, NULL, 'Firefox', 'Linux');
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.admin_act
    ADD CONSTRAINT pk_admin_act PRIMARY KEY (id);
ALTER TABLE ONLY public.anchor
    ADD CONSTRAINT pk_anchor PRIMARY KEY (item_version_id, article_version_id, place);
ALTER TABLE ONLY public.article
    ADD CONSTRAINT pk_article PRIMARY KEY (id);
ALTER TABLE ONLY public.article_version
    ADD CONSTRAINT pk_article_version PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT pk_assignment PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment_act
    ADD CONSTRAINT pk_assignment_act PRIMARY KEY (id);
ALTER TABLE ONLY public.assignment_extra
    ADD CONSTRAINT pk_assignment_extra PRIMARY KEY (assignment_id, user_id);
ALTER TABLE ONLY public.assignment_student
    ADD CONSTRAINT pk_assignment_student PRIMARY KEY (assignment_id, user_id);
ALTER TABLE ONLY public.attempt
    ADD CONSTRAINT pk_attempt PRIMARY KEY (id);
ALTER TABLE ONLY public.attempt_event
    ADD CONSTRAINT pk_attempt_event PRIMARY KEY (id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT pk_bank PRIMARY KEY (id);
ALTER TABLE ONLY public.bank_opening
    ADD CONSTRAINT pk_bank_opening PRIMARY KEY (bank_id, class_id);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT pk_class PRIMARY KEY (id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT pk_decision PRIMARY KEY (id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT pk_draft PRIMARY KEY (id);
ALTER TABLE ONLY public.drafting
    ADD CONSTRAINT pk_drafting PRIMARY KEY (article_version_id);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT pk_erasure PRIMARY KEY (id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT pk_fact PRIMARY KEY (id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT pk_item PRIMARY KEY (id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT pk_item_act PRIMARY KEY (id);
ALTER TABLE ONLY public.item_listing
    ADD CONSTRAINT pk_item_listing PRIMARY KEY (item_id);
ALTER TABLE ONLY public.item_tag
    ADD CONSTRAINT pk_item_tag PRIMARY KEY (item_id, tag);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT pk_item_version PRIMARY KEY (id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT pk_membership PRIMARY KEY (class_id, user_id);
ALTER TABLE ONLY public.merged_student
    ADD CONSTRAINT pk_merged_student PRIMARY KEY (former_id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT pk_outcome PRIMARY KEY (attempt_id, "position", number);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT pk_quiz PRIMARY KEY (id);
ALTER TABLE ONLY public.quiz_article
    ADD CONSTRAINT pk_quiz_article PRIMARY KEY (quiz_id, article_id);
ALTER TABLE ONLY public.quiz_edition
    ADD CONSTRAINT pk_quiz_edition PRIMARY KEY (quiz_id, number);
ALTER TABLE ONLY public.quiz_reading
    ADD CONSTRAINT pk_quiz_reading PRIMARY KEY (quiz_id);
ALTER TABLE ONLY public.quiz_reading_change
    ADD CONSTRAINT pk_quiz_reading_change PRIMARY KEY (id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT pk_quiz_slot PRIMARY KEY (id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT pk_recovery_code PRIMARY KEY (id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT pk_report PRIMARY KEY (id);
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
ALTER TABLE ONLY public.upload
    ADD CONSTRAINT pk_upload PRIMARY KEY (id);
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
    ADD CONSTRAINT uq_class_join_code UNIQUE (join_code);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT uq_class_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT uq_decision_draft_id_seq UNIQUE (draft_id, seq);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT uq_draft_article_version_id_position UNIQUE (article_version_id, "position");
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT uq_draft_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT uq_erasure_key UNIQUE (key);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT uq_fact_article_version_id_key UNIQUE (article_version_id, key);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT uq_item_act_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT uq_item_bank_id_key UNIQUE (bank_id, key);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT uq_item_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_kind_key UNIQUE (kind, key);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT uq_job_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT uq_membership_class_id_nickname_key UNIQUE (class_id, nickname_key);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT uq_quiz_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT uq_quiz_slot_quiz_id_edition_position UNIQUE (quiz_id, edition, "position");
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT uq_recovery_code_user_id_code_hash UNIQUE (user_id, code_hash);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT uq_report_public_id UNIQUE (public_id);
ALTER TABLE ONLY public.upload
    ADD CONSTRAINT uq_upload_public_id UNIQUE (public_id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_public_id UNIQUE (public_id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT uq_user_school_id_sign_in_name UNIQUE (school_id, sign_in_name);
ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT uq_user_session_token_hash UNIQUE (token_hash);
CREATE INDEX ix_admin_act_school_id_at ON public.admin_act USING btree (school_id, at);
CREATE INDEX ix_article_school_id ON public.article USING btree (school_id);
CREATE INDEX ix_article_version_sha256 ON public.article_version USING btree (sha256);
CREATE INDEX ix_assignment_act_assignment_id ON public.assignment_act USING btree (assignment_id);
CREATE INDEX ix_assignment_class_id ON public.assignment USING btree (class_id);
CREATE INDEX ix_assignment_extra_user_id ON public.assignment_extra USING btree (user_id);
CREATE INDEX ix_assignment_quiz_id ON public.assignment USING btree (quiz_id);
CREATE INDEX ix_assignment_student_user_id ON public.assignment_student USING btree (user_id);
CREATE INDEX ix_attempt_assignment_id_state ON public.attempt USING btree (assignment_id, state);
CREATE INDEX ix_attempt_event_attempt_id ON public.attempt_event USING btree (attempt_id);
CREATE INDEX ix_attempt_finished ON public.attempt USING btree (quiz_id, user_id, id) WHERE (((state)::text = 'submitted'::text) AND ((purpose)::text = 'graded'::text));
CREATE INDEX ix_attempt_user_id_started_at ON public.attempt USING btree (user_id, started_at);
CREATE INDEX ix_bank_opening_class_id ON public.bank_opening USING btree (class_id);
CREATE INDEX ix_class_school_id ON public.class USING btree (school_id);
CREATE INDEX ix_draft_item_id ON public.draft USING btree (item_id);
CREATE INDEX ix_erasure_school_id ON public.erasure USING btree (school_id);
CREATE INDEX ix_item_act_item_id ON public.item_act USING btree (item_id);
CREATE INDEX ix_item_act_successor_id ON public.item_act USING btree (successor_id);
CREATE INDEX ix_item_copied_from_id ON public.item USING btree (copied_from_id);
CREATE INDEX ix_item_listing_words ON public.item_listing USING gin (array_to_tsvector(string_to_array(words, ' '::text)));
CREATE INDEX ix_item_supersedes ON public.item USING btree (supersedes);
CREATE INDEX ix_item_tag_tag ON public.item_tag USING btree (tag);
CREATE INDEX ix_job_state_due_at ON public.job USING btree (state, due_at);
CREATE INDEX ix_job_user_id ON public.job USING btree (user_id);
CREATE INDEX ix_membership_user_id ON public.membership USING btree (user_id);
CREATE INDEX ix_merged_student_kept_id ON public.merged_student USING btree (kept_id);
CREATE INDEX ix_notice_user_id_read_at ON public.notice USING btree (user_id, read_at);
CREATE INDEX ix_outcome_act_id ON public.outcome USING btree (act_id) WHERE (act_id IS NOT NULL);
CREATE INDEX ix_outcome_further ON public.outcome USING btree (attempt_id, "position", number) WHERE (number > 1);
CREATE INDEX ix_outcome_item_version_id ON public.outcome USING btree (item_version_id);
CREATE INDEX ix_quiz_article_article_id ON public.quiz_article USING btree (article_id);
CREATE INDEX ix_quiz_reading_change_quiz_id ON public.quiz_reading_change USING btree (quiz_id);
CREATE INDEX ix_quiz_school_id ON public.quiz USING btree (school_id);
CREATE INDEX ix_quiz_slot_item_version_id ON public.quiz_slot USING btree (item_version_id);
CREATE INDEX ix_report_item_version_id ON public.report USING btree (item_version_id);
CREATE INDEX ix_report_school_id_state ON public.report USING btree (school_id, state);
CREATE INDEX ix_report_user_id_state ON public.report USING btree (user_id, state);
CREATE INDEX ix_slot_item_version_id ON public.slot USING btree (item_version_id);
CREATE INDEX ix_upload_user_id ON public.upload USING btree (user_id);
CREATE INDEX ix_user_school_id ON public."user" USING btree (school_id);
CREATE INDEX ix_user_session_user_id ON public.user_session USING btree (user_id);
CREATE UNIQUE INDEX uq_attempt_one_open ON public.attempt USING btree (user_id, assignment_id, purpose) WHERE ((state)::text = 'open'::text);
CREATE UNIQUE INDEX uq_attempt_one_practice ON public.attempt USING btree (user_id) WHERE (((state)::text = 'open'::text) AND (quiz_id IS NULL));
CREATE UNIQUE INDEX uq_notice_one_unread ON public.notice USING btree (user_id, subject) WHERE (read_at IS NULL);
CREATE UNIQUE INDEX uq_report_one_open ON public.report USING btree (attempt_id, "position") WHERE ((state)::text = 'open'::text);
CREATE TRIGGER reading_of_assignment_update AFTER UPDATE OF edition ON public.assignment FOR EACH ROW WHEN ((old.edition <> new.edition)) EXECUTE FUNCTION public.reading_of_assignment_update();
CREATE TRIGGER reading_of_attempt_delete AFTER DELETE ON public.attempt FOR EACH ROW WHEN ((((old.state)::text = 'submitted'::text) AND ((old.purpose)::text = 'graded'::text))) EXECUTE FUNCTION public.reading_of_attempt_delete();
CREATE TRIGGER reading_of_attempt_insert AFTER INSERT ON public.attempt FOR EACH ROW WHEN ((((new.state)::text = 'submitted'::text) AND ((new.purpose)::text = 'graded'::text))) EXECUTE FUNCTION public.reading_of_attempt_insert();
CREATE TRIGGER reading_of_attempt_update AFTER UPDATE OF state, purpose, user_id, quiz_id, assignment_id, mark, maximum, share ON public.attempt FOR EACH ROW WHEN (((((new.state)::text = 'submitted'::text) AND ((new.purpose)::text = 'graded'::text)) OR (((old.state)::text = 'submitted'::text) AND ((old.purpose)::text = 'graded'::text)))) EXECUTE FUNCTION public.reading_of_attempt_update();
CREATE TRIGGER reading_of_outcome_delete AFTER DELETE ON public.outcome FOR EACH ROW EXECUTE FUNCTION public.reading_of_outcome_delete();
CREATE TRIGGER reading_of_outcome_insert AFTER INSERT ON public.outcome FOR EACH ROW WHEN (((new.number > 1) OR ((new.reason)::text <> 'answer'::text))) EXECUTE FUNCTION public.reading_of_outcome_insert();
CREATE TRIGGER reading_of_outcome_update AFTER UPDATE OF seq, item_version_id, mark, maximum ON public.outcome FOR EACH ROW EXECUTE FUNCTION public.reading_of_outcome_update();
CREATE TRIGGER reading_of_response_delete AFTER DELETE ON public.response FOR EACH ROW EXECUTE FUNCTION public.reading_of_response_delete();
CREATE TRIGGER reading_of_response_update AFTER UPDATE OF given ON public.response FOR EACH ROW EXECUTE FUNCTION public.reading_of_response_update();
CREATE TRIGGER reading_of_user_update AFTER UPDATE OF active ON public."user" FOR EACH ROW WHEN ((old.active <> new.active)) EXECUTE FUNCTION public.reading_of_user_update();
ALTER TABLE ONLY public.admin_act
    ADD CONSTRAINT fk_admin_act_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.admin_act
    ADD CONSTRAINT fk_admin_act_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.admin_act
    ADD CONSTRAINT fk_admin_act_subject_id_user FOREIGN KEY (subject_id) REFERENCES public."user"(id);
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
ALTER TABLE ONLY public.assignment_act
    ADD CONSTRAINT fk_assignment_act_assignment_id_assignment FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);
ALTER TABLE ONLY public.assignment_act
    ADD CONSTRAINT fk_assignment_act_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.assignment
    ADD CONSTRAINT fk_assignment_created_by_user FOREIGN KEY (created_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.assignment_extra
    ADD CONSTRAINT fk_assignment_extra_assignment_id_assignment FOREIGN KEY (assignment_id) REFERENCES public.assignment(id);
ALTER TABLE ONLY public.assignment_extra
    ADD CONSTRAINT fk_assignment_extra_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
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
ALTER TABLE ONLY public.bank_opening
    ADD CONSTRAINT fk_bank_opening_bank_id_bank FOREIGN KEY (bank_id) REFERENCES public.bank(id);
ALTER TABLE ONLY public.bank_opening
    ADD CONSTRAINT fk_bank_opening_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.bank_opening
    ADD CONSTRAINT fk_bank_opening_opened_by_user FOREIGN KEY (opened_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT fk_bank_owner_id_user FOREIGN KEY (owner_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.bank
    ADD CONSTRAINT fk_bank_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.class
    ADD CONSTRAINT fk_class_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.decision
    ADD CONSTRAINT fk_decision_draft_id_draft FOREIGN KEY (draft_id) REFERENCES public.draft(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_article_version_id_article_version FOREIGN KEY (article_version_id) REFERENCES public.article_version(id);
ALTER TABLE ONLY public.draft
    ADD CONSTRAINT fk_draft_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.drafting
    ADD CONSTRAINT fk_drafting_article_version_id_article_version FOREIGN KEY (article_version_id) REFERENCES public.article_version(id);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT fk_erasure_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.erasure
    ADD CONSTRAINT fk_erasure_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.fact
    ADD CONSTRAINT fk_fact_article_version_id_article_version FOREIGN KEY (article_version_id) REFERENCES public.article_version(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_after_id_item_version FOREIGN KEY (after_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_successor_id_item FOREIGN KEY (successor_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_undone_by_user FOREIGN KEY (undone_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.item_act
    ADD CONSTRAINT fk_item_act_version_id_item_version FOREIGN KEY (version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT fk_item_bank_id_bank FOREIGN KEY (bank_id) REFERENCES public.bank(id);
ALTER TABLE ONLY public.item
    ADD CONSTRAINT fk_item_copied_from_id_item FOREIGN KEY (copied_from_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_listing
    ADD CONSTRAINT fk_item_listing_author_id_user FOREIGN KEY (author_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.item_listing
    ADD CONSTRAINT fk_item_listing_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_listing
    ADD CONSTRAINT fk_item_listing_version_id_item_version FOREIGN KEY (version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.item_tag
    ADD CONSTRAINT fk_item_tag_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT fk_item_version_author_id_user FOREIGN KEY (author_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT fk_item_version_item_id_item FOREIGN KEY (item_id) REFERENCES public.item(id);
ALTER TABLE ONLY public.item_version
    ADD CONSTRAINT fk_item_version_marked_with_id_item_version FOREIGN KEY (marked_with_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.membership
    ADD CONSTRAINT fk_membership_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.merged_student
    ADD CONSTRAINT fk_merged_student_by_id_user FOREIGN KEY (by_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.merged_student
    ADD CONSTRAINT fk_merged_student_class_id_class FOREIGN KEY (class_id) REFERENCES public.class(id);
ALTER TABLE ONLY public.merged_student
    ADD CONSTRAINT fk_merged_student_former_id_user FOREIGN KEY (former_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.merged_student
    ADD CONSTRAINT fk_merged_student_kept_id_user FOREIGN KEY (kept_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_act_id_item_act FOREIGN KEY (act_id) REFERENCES public.item_act(id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_attempt_id_position_slot FOREIGN KEY (attempt_id, "position") REFERENCES public.slot(attempt_id, "position");
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.quiz_article
    ADD CONSTRAINT fk_quiz_article_article_id_article FOREIGN KEY (article_id) REFERENCES public.article(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_article_id_article FOREIGN KEY (article_id) REFERENCES public.article(id);
ALTER TABLE ONLY public.quiz_article
    ADD CONSTRAINT fk_quiz_article_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.quiz_edition
    ADD CONSTRAINT fk_quiz_edition_published_by_user FOREIGN KEY (published_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.quiz_edition
    ADD CONSTRAINT fk_quiz_edition_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_owner_id_user FOREIGN KEY (owner_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.quiz_reading_change
    ADD CONSTRAINT fk_quiz_reading_change_quiz_id_quiz_reading FOREIGN KEY (quiz_id) REFERENCES public.quiz_reading(quiz_id);
ALTER TABLE ONLY public.quiz_reading
    ADD CONSTRAINT fk_quiz_reading_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.quiz
    ADD CONSTRAINT fk_quiz_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT fk_quiz_slot_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT fk_quiz_slot_quiz_id_edition_quiz_edition FOREIGN KEY (quiz_id, edition) REFERENCES public.quiz_edition(quiz_id, number);
ALTER TABLE ONLY public.quiz_slot
    ADD CONSTRAINT fk_quiz_slot_quiz_id_quiz FOREIGN KEY (quiz_id) REFERENCES public.quiz(id);
ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT fk_recovery_code_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_attempt_id_position_slot FOREIGN KEY (attempt_id, "position") REFERENCES public.slot(attempt_id, "position");
ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_decided_by_user FOREIGN KEY (decided_by) REFERENCES public."user"(id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.report
    ADD CONSTRAINT fk_report_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public.response
    ADD CONSTRAINT fk_response_attempt_id_position_slot FOREIGN KEY (attempt_id, "position") REFERENCES public.slot(attempt_id, "position");
ALTER TABLE ONLY public.sign_in_tries
    ADD CONSTRAINT fk_sign_in_tries_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_attempt_id_attempt FOREIGN KEY (attempt_id) REFERENCES public.attempt(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_item_version_id_item_version FOREIGN KEY (item_version_id) REFERENCES public.item_version(id);
ALTER TABLE ONLY public.upload
    ADD CONSTRAINT fk_upload_bank_id_bank FOREIGN KEY (bank_id) REFERENCES public.bank(id);
ALTER TABLE ONLY public.upload
    ADD CONSTRAINT fk_upload_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
ALTER TABLE ONLY public."user"
    ADD CONSTRAINT fk_user_school_id_school FOREIGN KEY (school_id) REFERENCES public.school(id);
ALTER TABLE ONLY public.user_session
    ADD CONSTRAINT fk_user_session_user_id_user FOREIGN KEY (user_id) REFERENCES public."user"(id);
