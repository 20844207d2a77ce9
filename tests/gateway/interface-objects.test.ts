import { federationCases } from './support/federation-cases.ts';

const all: Record<string, { __typename: string; id: string; title: string; pages?: number }> = {
  m1: { __typename: 'Book', id: 'm1', title: 'Dune', pages: 500 },
  m2: { __typename: 'Film', id: 'm2', title: 'Heat' },
};

federationCases(
  '@interfaceObject',
  {
    media: {
      sdl: `
        type Query { medias: [Media] book: Book }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Query: { medias: () => Object.values(all), book: () => all.m1 },
        Media: { __resolveReference: ({ id }: { id: string }) => all[id] },
        Book: { __resolveReference: ({ id }: { id: string }) => all[id] },
        Film: { __resolveReference: ({ id }: { id: string }) => all[id] },
      },
    },
    reviews: {
      sdl: `
        type Query { top: [Media] lost: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! title: String @external stars: Int blurb: String @requires(fields: "title") same: Media }`,
      resolvers: {
        Query: { top: () => [{ id: 'm2' }, { id: 'm1' }], lost: () => ({ id: 'm9' }) },
        Media: { stars: ({ id }: { id: string }) => Number(id.slice(1)), blurb: ({ title }: { title: string }) => `${title}!`, same: ({ id }: { id: string }) => ({ id }) },
      },
    },
  },
  [
    { title: 'the interface gains fields', query: '{ medias { title stars } }', data: { medias: [{ title: 'Dune', stars: 1 }, { title: 'Heat', stars: 2 }] } },
    { title: 'and so do its types', query: '{ book { pages stars } medias { ... on Film { stars } } }', data: { book: { pages: 500, stars: 1 }, medias: [{}, { stars: 2 }] } },
    { title: 'who starts from the object learns the type', query: '{ top { __typename id stars } }', data: { top: [{ __typename: 'Film', id: 'm2', stars: 2 }, { __typename: 'Book', id: 'm1', stars: 1 }] } },
    { title: 'and its own fields', query: '{ top { ... on Book { pages } title stars } }', data: { top: [{ title: 'Heat', stars: 2 }, { pages: 500, title: 'Dune', stars: 1 }] } },
    { title: 'without a need for the type nobody asks for it', query: '{ top { id stars } }', data: { top: [{ id: 'm2', stars: 2 }, { id: 'm1', stars: 1 }] } },
    { title: 'requires through an interface object', query: '{ medias { blurb } top { blurb } }', data: { medias: [{ blurb: 'Dune!' }, { blurb: 'Heat!' }], top: [{ blurb: 'Heat!' }, { blurb: 'Dune!' }] } },
    { title: 'back and forth', query: '{ book { same { title same { __typename ... on Book { pages } } } } }', data: { book: { same: { title: 'Dune', same: { __typename: 'Book', pages: 500 } } } } },
    {
      title: 'an object its owner does not know keeps what is known, and the owner may say why',
      query: '{ lost { id stars title } }',
      data: { lost: { id: 'm9', stars: 9, title: null } },
      errors: [['lost']],
    },
  ],
);
