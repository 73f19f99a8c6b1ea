namespace ChatSupport.Dialogs.Tests.Running;

/// <summary>The dialogs of the village.</summary>
internal static class VillageDialogs
{
    public const string Work = """
        format: 1
        dialog: work
        title: { km: ការងារ, en: Work }
        keywords: { km: [ការងាររបស់ខ្ញុំ], km-Latn: [kar ngea khnhom], en: [my work, my job] }
        variables: { age: number }
        screens:
          start:
            text: { km: ការងារ។, en: About work. }
            choices:
              - { label: { km: ប្រាក់ខែ, en: Pay }, go: pay, keywords: { km: [លុយខែ], en: [salary] } }
              - { label: { km: ធ្វើការក្មេង, en: Young workers }, go: young, when: "age < 18" }
              - { label: { km: សម្រាក, en: Rest }, go: rest, keywords: { en: [sleep, day off] } }
          pay: { text: { km: ប្រាក់។, en: About pay. }, choices: [ { label: { km: សម្រាក, en: Rest }, go: rest }, { label: { km: ការងារ, en: Work }, go: start } ] }
          young: { text: { en: For the young. } }
          rest:
            text: { km: សម្រាក។, en: About rest. }
            voice: work/rest
            choices: [ { label: { km: សួរមនុស្ស, en: Ask somebody }, go: peer.request, with: { topic: rest } } ]
        """;

    private const string Ask = """
        format: 1
        dialog: ask
        title: { km: សំណួរ, en: Questions }
        variables: { word: text, age: number, day: date, spot: place, photo: media, sound: media, code: text, gift: text }
        screens:
          start: { text: { en: Ask. } }
          word: { text: { en: A word? }, ask: { kind: text, into: word, min: 2, max: 5, retry: { en: two to five }, go: done } }
          age: { text: { en: How old? }, ask: { kind: number, into: age, min: 18, max: 99, retry: { en: a number }, do: { action: note.add, with: { text: "{{ answer }}" } }, go: done } }
          day: { text: { en: Which day? }, ask: { kind: date, into: day, retry: { en: a day }, go: done } }
          place: { text: { en: Where? }, choices: [ { label: { en: From a list }, go: done } ], ask: { kind: place, into: spot, retry: { en: a place }, go: done } }
          photo: { text: { en: A photo? }, ask: { kind: photo, into: photo, retry: { en: a photo }, go: done } }
          voice: { text: { en: Your voice? }, ask: { kind: voice, into: sound, retry: { en: a voice }, go: done } }
          code: { text: { en: The code? }, ask: { kind: code, into: code, min: 4, max: 6, retry: { en: a code }, go: done } }
          pin: { text: { en: A PIN? }, ask: { kind: pin, into: word, retry: { en: digits }, do: { action: pin.set, with: { pin: "{{ answer }}" } }, go: done } }
          gift: { text: { en: Which? }, choices: [ { label: { en: Rice }, go: done }, { label: { en: Tea }, go: done } ], ask: { kind: choice, into: gift, retry: { en: rice or tea }, go: done } }
          done: { text: { en: Done. } }
        """;

    private const string Market = """
        format: 1
        dialog: market
        title: { km: ផ្សារ, en: Market and shops }
        variables: { goods: list, one: fields, copy: fields, count: number, open: flag, said: text }
        screens:
          start:
            set: { count: "{{ 2 | plus: 3 }}", open: "yes", said: "hello {{ lang }}" }
            do: { action: shop.list, with: { need: "{{ said }}" }, into: goods }
            when: [ { if: goods == empty, go: none } ]
            text: { en: "We have {% for good in goods %}{{ good.name }} {% endfor %}" }
            choices:
              - { each: goods, as: good, label: { en: "{{ good.name }}" }, when: good.price < 100, go: one, set: { one: good, copy: one } }
              - { label: { en: Nothing }, go: home, do: { action: note.add, with: { text: "nothing of {{ count }}" } } }
          one: { text: { en: "{{ one.name }}" }, map: one, choices: [ { label: { en: Empty it }, set: { one: nil, count: many }, go: one } ] }
          none: { text: { en: Sold out. } }
        """;

    private const string Secret = """
        format: 1
        dialog: secret
        title: { km: សម្ងាត់, en: Secret }
        sensitive: true
        screens:
          start: { text: { en: Between us. }, choices: [ { label: { en: Hide }, go: leave.quickly }, { label: { en: Round }, go: round } ] }
          round: { text: { en: Never seen. }, when: [ { if: lang != empty, go: about } ] }
          about: { text: { en: Never seen. }, when: [ { if: lang != empty, go: round } ] }
        """;

    private const string Home = """
        format: 1
        dialog: home
        title: { km: ដើម, en: First page }
        screens:
          start:
            text: { km: សួស្តី។, en: Hello. }
            choices:
              - { label: { km: ការងារ, en: Work }, go: work }
              - { label: { km: ផ្សារ, en: Market }, go: market }
              - { label: { km: សម្ងាត់, en: Secret }, go: secret }
              - { label: { km: ខ្សែ, en: Chain }, go: chain }
        """;

    private const string Consent = """
        format: 1
        dialog: consent
        title: { km: យល់ព្រម, en: Consent }
        fenced: true
        screens:
          start:
            text: { km: យល់ព្រមទេ?, en: Do you agree? }
            choices: [ { label: { km: យល់ព្រម, en: I agree }, do: { action: consent.give }, go: home, keywords: { en: ["yes"] } } ]
        """;

    private const string Decoy = """
        format: 1
        dialog: decoy
        title: { km: សុភាសិត, en: Proverbs }
        fenced: true
        screens:
          start: { text: { km: តក់ៗ។, en: Drop by drop. }, choices: [ { label: { km: បន្ទាប់, en: Next }, go: second } ] }
          second: { text: { en: Where the water is cool. } }
        """;

    private const string Emergency = """
        format: 1
        dialog: emergency
        title: { km: បន្ទាន់, en: Emergency }
        keywords: { km: [ចង់ស្លាប់], en: [in danger] }
        not: { en: [not in danger] }
        crisis: true
        screens: { start: { text: { km: អ្នកមិននៅម្នាក់ឯងទេ។, en: You are not alone. } } }
        """;

    private const string Language = """
        format: 1
        dialog: language
        title: { km: ភាសា, en: Language }
        screens:
          start:
            text: { en: Which language? }
            choices:
              - { label: { en: Khmer }, go: language.set, with: { language: km } }
              - { label: { en: French }, go: language.set, with: { language: fr } }
        """;

    public static IReadOnlyList<(string Path, string Text)> All { get; } =
    [
        ("home.yaml", Home), ("work.yaml", Work), ("ask.yaml", Ask), ("market.yaml", Market), ("secret.yaml", Secret),
        ("consent.yaml", Consent), ("decoy.yaml", Decoy), ("emergency.yaml", Emergency), ("language.yaml", Language),
        ("person.yaml", Simple("person", "A person.")), ("forget.yaml", Simple("forget", "Delete?")),
        ("help.yaml", Simple("help", "How it works.")), ("privacy.yaml", Simple("privacy", "Yours.")),
        ("services.yaml", """
            format: 1
            dialog: services
            title: { km: សេវា, en: Services }
            variables: { near: place }
            screens: { start: { text: { en: Services. } }, near: { text: { en: "Near {{ near.latitude }}." } } }
            """),
    ];

    private static string Simple(string id, string text) =>
        $"format: 1\ndialog: {id}\ntitle: {{ km: {id}, en: {id} }}\nscreens: {{ start: {{ text: {{ en: {text} }} }} }}\n";
}
