//! The plan behind the tests of the report: small, in three languages.

use serde_json::{Value, json};

fn said(nl: &str, en: &str, fr: &str) -> Value {
    json!({"nl": nl, "en": en, "fr": fr})
}

fn scenario(id: &str, title: &Value) -> Value {
    json!({"id": id, "title": title, "summary": said("beeld", "picture", "image")})
}

fn theme(id: &str, title: &Value) -> Value {
    json!({"id": id, "title": title, "heading": title, "definition": title})
}

fn persona(id: &str, role: &Value) -> Value {
    let words = said("tekst", "text", "texte");
    json!({
        "id": id, "role": role, "sector": words, "experience": words, "digital_confidence": 3,
        "work": words, "worries": words, "wishes": words, "grounding": "strong", "voice": ["literature"],
    })
}

/// A plan of four scenarios, of which two are on the agenda, four personas and three themes.
pub(super) fn plan() -> Value {
    json!({
        "id": "2026-11-21-gent-a3f9", "title": "Volgende halte in Gent", "language": "nl",
        "anonymity": "pseudonymous", "dots": 3, "seed": 7,
        "organisations": [{"name": "Weverij Gent", "kind": "company"}],
        "agenda": [
            {"id": "s01", "kind": "welcome", "minutes": 5},
            {"id": "s02", "kind": "write", "scenario": "synergy", "minutes": 7},
            {"id": "s03", "kind": "share", "scenario": "synergy", "minutes": 5},
            {"id": "s04", "kind": "write", "scenario": "inefficiency", "minutes": 7},
            {"id": "s05", "kind": "share", "scenario": "inefficiency", "minutes": 5},
            {"id": "s06", "kind": "sort", "minutes": 10},
            {"id": "s07", "kind": "converge", "minutes": 12},
            {"id": "s08", "kind": "vote", "minutes": 4},
            {"id": "s09", "kind": "reflect", "minutes": 7},
            {"id": "s10", "kind": "act", "minutes": 8},
            {"id": "s11", "kind": "close", "minutes": 2},
        ],
        "scenarios": scenarios().into_iter().map(|(id, title)| scenario(id, &title)).collect::<Vec<_>>(),
        "personas": personas().into_iter().map(|(id, role)| persona(id, &role)).collect::<Vec<_>>(),
        "themes": themes().into_iter().map(|(id, title)| theme(id, &title)).collect::<Vec<_>>(),
        "forces": [], "cards": [], "cases": [], "prompts": [], "scripts": [],
        "challenges": [{
            "id": "labour-shortage",
            "title": said("Tekort aan mensen", "Labour shortage", "Pénurie de main-d'œuvre"),
            "text": said(
                "De whitepaper stelt: het tekort wordt niet kleiner.",
                "The white paper claims: the shortage will not get better.",
                "Le livre blanc affirme : la pénurie ne va pas s'améliorer.",
            ),
            "question": said("Eens?", "Agree?", "D'accord ?"),
        }],
        "notices": notices(),
    })
}

fn scenarios() -> Vec<(&'static str, Value)> {
    vec![
        (
            "synergy",
            said(
                "Mens-machine synergie",
                "Human-machine synergy",
                "Synergie humain-machine",
            ),
        ),
        (
            "inefficiency",
            said(
                "Mens-machine inefficiëntie",
                "Human-machine inefficiency",
                "Inefficacité humain-machine",
            ),
        ),
        (
            "takeover",
            said(
                "Overname door machines",
                "Takeover by machines",
                "Prise de contrôle par les machines",
            ),
        ),
        ("status-quo", said("Status-quo", "Status quo", "Statu quo")),
    ]
}

fn personas() -> Vec<(&'static str, Value)> {
    vec![
        (
            "stitcher",
            said(
                "stikster in een kmo",
                "stitcher in an SME",
                "couturière dans une PME",
            ),
        ),
        (
            "mentor",
            said("mentor-opleider", "mentor", "mentor-formateur"),
        ),
        (
            "it-analyst",
            said(
                "interne IT'er / data-analist",
                "IT and data analyst",
                "informaticien interne",
            ),
        ),
        (
            "order-clerk",
            said(
                "administratief medewerker",
                "order clerk",
                "employé administratif",
            ),
        ),
    ]
}

fn themes() -> Vec<(&'static str, Value)> {
    vec![
        (
            "lifelong-learning",
            said(
                "levenslang leren",
                "lifelong learning",
                "apprentissage tout au long de la vie",
            ),
        ),
        (
            "wellbeing",
            said(
                "welzijn op het werk",
                "wellbeing at work",
                "bien-être au travail",
            ),
        ),
        (
            "responsible-interaction",
            said(
                "verantwoorde mens-systeeminteractie",
                "responsible human-system interaction",
                "interaction humain-système responsable",
            ),
        ),
    ]
}

fn notices() -> Value {
    json!({
        "warning": said(
            "Een scenario ligt niet vast. De wereld errond blijft bewegen.",
            "A scenario is not fixed. The world around it keeps moving.",
            "Un scénario n'est pas figé. Le monde autour continue de bouger.",
        ),
        "frame": said("meerdere toekomsten", "several futures", "plusieurs avenirs"),
        "not_the_study": said(
            "Dit verslag gaat over één workshop. Het is niet de studie zelf.",
            "This report is about one workshop. It is not the study itself.",
            "Ce rapport porte sur un seul atelier. Ce n'est pas l'étude elle-même.",
        ),
        "card_question": said("Wat verandert?", "What changes?", "Qu'est-ce qui change ?"),
        "learning_claim": said(
            "De whitepaper noemt levenslang leren de belangrijkste nood. Dat stellen de auteurs.",
            "The white paper calls lifelong learning the most important need. That is its authors' claim.",
            "Le livre blanc dit que l'apprentissage est le besoin le plus important. C'est leur affirmation.",
        ),
        "phases": [],
    })
}
