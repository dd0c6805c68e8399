/** The list of people. */
export const en = {
  "people.title": "People",
  "people.lead": "Those to call first stand at the top: highest score first.",
  "people.search": "E-mail address",
  "people.searchButton": "Find",
  "people.all": "Show everybody",
  "people.none": "Nobody yet",
  "people.noneText": "People come in by forms and webhooks. Fill in the example’s form and come back.",
  "people.openForm": "Open the form",
  "people.notFound": "Nobody has the address {email}.",
  "people.name": "Person",
  "people.stage": "Stage",
  "people.lifecycle": "Lifecycle",
  "people.score": "Score",
  "people.lastAction": "Last action",
  "people.narrow": "Narrow the list down",
} as const;
