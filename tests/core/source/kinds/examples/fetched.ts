import { delivery } from "#tests/core/source/delivery.ts";
import type { Example } from "./example.ts";

export const fetched: readonly Example[] = [
  {
    kind: "surveymonkey",
    delivery: delivery({
      name: "Étude",
      event_type: "response_completed",
      event_id: "e1",
      object_type: "response",
      object_id: "7002",
      resources: { respondent_id: "7002", survey_id: "6001", collector_id: "1", user_id: "1" },
    }),
    fetched: [
      {
        id: "7002",
        custom_variables: { utm_source: "linkedin", page: "atelier" },
        metadata: { contact: { first_name: { value: "Claire" } } },
        pages: [
          {
            id: "p1",
            questions: [
              {
                id: "q1",
                family: "open_ended",
                heading: "Votre e-mail",
                answers: [{ text: "claire@example.com", simple_text: "claire@example.com" }],
              },
              {
                id: "q2",
                family: "multiple_choice",
                heading: "Pièces",
                answers: [
                  { choice_id: "1", simple_text: "Atelier" },
                  { choice_id: "2", simple_text: "Hall" },
                ],
              },
            ],
          },
        ],
      },
    ],
    tells: {
      email: "claire@example.com",
      firstName: "Claire",
      utm: { source: "linkedin" },
      hidden: { page: "atelier" },
      eventId: "6001-7002",
    },
    answers: { q2: ["Atelier", "Hall"] },
  },
  {
    kind: "hubspot",
    delivery: delivery([
      {
        eventId: 5,
        subscriptionId: 1,
        portalId: 12,
        occurredAt: 1,
        subscriptionType: "contact.creation",
        attemptNumber: 0,
        objectId: 65059681032,
      },
    ]),
    fetched: [
      {
        id: "65059681032",
        properties: {
          email: "claire@example.com",
          firstname: "Claire",
          lastname: null,
          company: "Menuiserie Dupont",
          jobtitle: "Gérante",
          hs_language: "fr",
          createdate: "2026-09-14",
        },
      },
    ],
    tells: {
      email: "claire@example.com",
      firstName: "Claire",
      company: "Menuiserie Dupont",
      locale: "fr",
      eventId: "12-contact-65059681032",
    },
    answers: { jobtitle: "Gérante" },
  },
  {
    kind: "meta-lead-ads",
    delivery: delivery({
      object: "page",
      entry: [{ id: "1", time: 1, changes: [{ field: "leadgen", value: { leadgen_id: "444444444444444", page_id: "1", form_id: "9" } }] }],
    }),
    fetched: [
      {
        id: "444444444444444",
        campaign_name: "Rentrée",
        platform: "fb",
        field_data: [
          { name: "email", values: ["claire@example.com"] },
          { name: "full_name", values: ["Claire Dupont"] },
          { name: "phone_number", values: ["+33478000000"] },
          { name: "quel_est_votre_besoin", values: ["atelier"] },
        ],
        custom_disclaimer_responses: [{ checkbox_key: "newsletter", is_checked: "1" }],
      },
    ],
    tells: {
      email: "claire@example.com",
      fullName: "Claire Dupont",
      phone: "+33478000000",
      consent: true,
      hidden: { campaign_name: "Rentrée", platform: "fb" },
      eventId: "444444444444444",
    },
    answers: { quel_est_votre_besoin: "atelier" },
  },
  {
    kind: "linkedin",
    delivery: delivery({
      type: "LEAD_ACTION",
      leadGenFormResponse: "urn:li:leadGenFormResponse:3b55-8",
      leadGenForm: "urn:li:leadGenForm:162",
      owner: { sponsoredAccount: "urn:li:sponsoredAccount:1" },
      leadType: "SPONSORED",
      leadAction: "CREATED",
      occurredAt: 1699999999000,
    }),
    fetched: [
      {
        id: "3b55-8",
        formResponse: {
          answers: [
            { questionId: 1, answerDetails: { textQuestionAnswer: { answer: "claire@example.com" } } },
            { questionId: 2, answerDetails: { textQuestionAnswer: { answer: "Claire" } } },
            { questionId: 3, answerDetails: { multipleChoiceAnswer: { options: [2] } } },
          ],
          consentResponses: [{ consentId: 9, accepted: true }],
        },
      },
      {
        id: 162,
        content: {
          questions: [
            { questionId: 1, predefinedField: "WORK_EMAIL", name: "email_pro", question: { localized: { fr_FR: "E-mail professionnel" } } },
            { questionId: 2, predefinedField: "FIRST_NAME", name: "prenom", question: { localized: { fr_FR: "Prénom" } } },
            {
              questionId: 3,
              name: "besoin",
              question: { localized: { fr_FR: "Votre besoin" } },
              questionDetails: {
                multipleChoiceQuestionDetails: {
                  options: [
                    { id: 1, text: { localized: { fr_FR: "Bureau" } } },
                    { id: 2, text: { localized: { fr_FR: "Atelier" } } },
                  ],
                },
              },
            },
          ],
          legalInfo: { consents: [{ id: 9, consent: { localized: { fr_FR: "J’accepte de recevoir des offres par e-mail" } } }] },
        },
      },
    ],
    tells: {
      email: "claire@example.com",
      firstName: "Claire",
      consent: true,
      consentText: "J’accepte de recevoir des offres par e-mail",
      eventId: "3b55-8",
    },
    answers: { besoin: "Atelier" },
  },
];
