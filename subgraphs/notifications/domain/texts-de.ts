import type { ShippedText } from './choose-text.ts';
import type { NotificationType } from './notification-types.ts';

const PRIVATE = ['INDIVIDUAL', 'GUEST'] as const;

const said = (subject: string, ...lines: readonly string[]): ShippedText => ({ language: 'de', subject, text: lines.join('\n') });
const toPrivate = (subject: string, ...lines: readonly string[]): ShippedText => ({ ...said(subject, ...lines), userTypes: PRIVATE });

const ORDER_LINES = ['', '{line.quantity} x {line.description}[: {line.total}]', '[Summe: {total}]'];
const RETURN_LINES = ['', '{item.quantity} x {item.sku}: {item.reason}'];
const CUSTOMER = ['Kunde: {customer}[!customer unbekannt]', 'E-Mail: {customerEmail}[!customerEmail unbekannt]', '[Grund: {reason}]', '', '[{comment}]'];
const REMARK = ['', '[{comment}]'];
const WHY = ['', '[{reason}]'];

/** Business people are addressed as "Sie", private people as "du". [NOTIF-06] */
const sharing = (thing: string) => ({
  shared: [
    said(`{actor} teilt mit Ihnen: ${thing}`, 'Ihre Rolle: {role}.', '', '[Abrufnummer: {retrievalNumber}]', ...REMARK),
    toPrivate(`{actor} teilt mit dir: ${thing}`, 'Deine Rolle: {role}.', '', '[Abrufnummer: {retrievalNumber}]', '[?retrievalNumber Melde dich an und gib diese Nummer ein.]', ...REMARK),
  ],
  accessChanged: [said(`Ihre Rolle hat sich geändert: ${thing}`, 'Bisher: {formerRole}. Jetzt: {role}.', ...REMARK), toPrivate(`Deine Rolle hat sich geändert: ${thing}`, 'Bisher: {formerRole}. Jetzt: {role}.', ...REMARK)],
  accessEnded: [said(`Nicht mehr mit Ihnen geteilt: ${thing}`, '{actor} hat Ihren Zugang beendet.', ...REMARK), toPrivate(`Nicht mehr mit dir geteilt: ${thing}`, '{actor} hat deinen Zugang beendet.', ...REMARK)],
  commented: [said(`{actor} schreibt: ${thing}`, 'Bitte sehen Sie nach.', ...REMARK), toPrivate(`{actor} schreibt: ${thing}`, 'Schau es dir an.', ...REMARK)],
  ownerInformed: [said(`{actor} hat Mitgliedern geschrieben: ${thing}`, 'Mitglieder dessen, was Sie teilen, haben eine Nachricht bekommen.'), toPrivate(`{actor} hat Mitgliedern geschrieben: ${thing}`, 'Mitglieder dessen, was du teilst, haben eine Nachricht bekommen.')],
  workFinished: [said(`{actor} ist fertig: ${thing}`, 'Der Zugang ist beendet.', ...REMARK), toPrivate(`{actor} ist fertig: ${thing}`, '{actor} hat keinen Zugang mehr.', ...REMARK)],
  sharingStopped: [said(`Nicht mehr geteilt: ${thing}`, '{actor} teilt nicht mehr. Ihr Zugang ist beendet.', ...REMARK), toPrivate(`Nicht mehr geteilt: ${thing}`, '{actor} teilt nicht mehr. Dein Zugang ist beendet.', ...REMARK)],
  ordered: [said(`Bestellt: ${thing}`, '{actor} hat bestellt; es wird nicht mehr geteilt. Ihr Zugang ist beendet.'), toPrivate(`Bestellt: ${thing}`, '{actor} hat bestellt; es wird nicht mehr geteilt. Dein Zugang ist beendet.')],
});

const CART = sharing('Warenkorb „{cart}“');
const QUOTE = sharing('Angebot {quote}[ (Warenkorb „{cart}“)]');

/** The second language that comes with the product. */
export const TEXTS_DE: { readonly [T in NotificationType]: readonly ShippedText[] } = {
  CART_SHARED: CART.shared,
  CART_ACCESS_CHANGED: CART.accessChanged,
  CART_ACCESS_ENDED: CART.accessEnded,
  CART_COMMENTED: CART.commented,
  CART_OWNER_INFORMED: CART.ownerInformed,
  CART_WORK_FINISHED: CART.workFinished,
  CART_SHARING_STOPPED: CART.sharingStopped,
  CART_ORDERED: CART.ordered,
  CART_DELETED: [said('Gelöscht: Warenkorb „{cart}“', '{actor} hat ihn gelöscht. Ihr Zugang ist beendet.'), toPrivate('Gelöscht: Warenkorb „{cart}“', '{actor} hat ihn gelöscht. Dein Zugang ist beendet.')],
  CART_REMINDER: [said('Ihr Warenkorb „{cart}“ wartet', 'Er bleibt bis {endsOn} erhalten.')],
  QUOTE_SHARED: QUOTE.shared,
  QUOTE_ACCESS_CHANGED: QUOTE.accessChanged,
  QUOTE_ACCESS_ENDED: QUOTE.accessEnded,
  QUOTE_COMMENTED: QUOTE.commented,
  QUOTE_OWNER_INFORMED: QUOTE.ownerInformed,
  QUOTE_WORK_FINISHED: QUOTE.workFinished,
  QUOTE_SHARING_STOPPED: QUOTE.sharingStopped,
  QUOTE_ORDERED: QUOTE.ordered,
  QUOTE_PUBLISHED: [said('Unser Angebot {quote}', '[{salesRep} hat Ihnen ein Angebot gemacht.][!salesRep Wir haben Ihnen ein Angebot gemacht.][ Es gilt bis {endsOn}.]', '[Summe: {total}]', ...REMARK)],
  QUOTE_REJECTED: [said('Das können wir nicht anbieten: Angebot {quote}', 'Sie können die Anfrage ändern und neu stellen.', ...WHY)],
  QUOTE_CANCELED: [said('Angebot {quote} ist storniert', 'Wir haben es storniert.', ...WHY)],
  QUOTE_EXPIRING: [said('Unser Angebot {quote} endet bald', '[Es gilt bis {endsOn}. ]Bestellen Sie bis dahin, oder bitten Sie um mehr Zeit.', '[Summe: {total}]')],
  QUOTE_EXPIRED: [said('Unser Angebot {quote} ist abgelaufen', 'Kopieren Sie es, um neu zu verhandeln.')],
  ASSISTANCE_WANTED: [said('{customer}[!customer Ein Kunde] bittet um Beratung: Angebot {quote}', ...CUSTOMER)],
  ASSISTANCE_CONFIRMED: [said('Wir helfen Ihnen: Angebot {quote}', 'Ihre Anfrage ist angekommen. Ihr Warenkorb ist jetzt das Angebot {quote}; der Vertrieb meldet sich bei Ihnen.')],
  ORDER_ASSISTANCE_WANTED: [said('{customer}[!customer Ein Kunde] bittet um Beratung: Bestellung {order}', ...CUSTOMER)],
  TERMS_CHANGE_WANTED: [said('{customer}[!customer Ein Kunde] stimmt den Bedingungen nicht zu: Angebot {quote}', ...CUSTOMER)],
  TERMS_APPROVED: [said('Ihr Wunsch zu den Bedingungen: Angebot {quote}', 'Wir haben geprüft, was Sie zu den Bedingungen gesagt haben, und machen Ihnen ein Angebot.[ Es gilt bis {endsOn}.]', '[Summe: {total}]', ...REMARK)],
  TERMS_REJECTED: [said('Die Bedingungen bleiben: Angebot {quote}', 'Wir können die Bedingungen nicht für Sie ändern.', ...WHY)],
  TERMS_CANCELED: [said('Die Bedingungen von Angebot {quote} sind vom Tisch', 'Das Angebot und Ihr Wunsch zu den Bedingungen sind storniert.', ...WHY)],
  HAND_OVER_REFUSED: [said('Nicht übernommen:[ Bestellung {order}][ Angebot {quote}]', 'Das andere System übernimmt das nicht: {reason}[!reason ohne Angabe von Gründen]. Senden Sie es noch einmal, oder geben Sie die Übergabe auf und machen Sie im Shop weiter.')],
  ORDER_CONFIRMED: [said('Ihre Bestellung {order}', 'Vielen Dank. Wir haben Ihre Bestellung {order} angenommen.', ...ORDER_LINES)],
  ORDER_TO_BE_FAXED: [said('Ihre Bestellung {order}: bitte faxen Sie die Unterlagen', 'Vielen Dank. Wir haben Ihre Bestellung {order} angenommen. Bitte faxen Sie die Angaben zu Karte oder Auftrag an {faxNumber}, mit der Nummer der Bestellung.', ...ORDER_LINES)],
  ORDER_NOT_BOOKED: [said('Ihre Bestellung {order} ist noch nicht gebucht', 'Ihre Bestellung {order} konnte nicht gebucht werden; wir kümmern uns darum.', '- {error.text}', ...ORDER_LINES)],
  ORDER_CANCELED: [said('Ihre Bestellung {order} ist storniert', 'Ihre Bestellung {order} wurde storniert: {reason}[!reason ohne Angabe von Gründen].', ...ORDER_LINES)],
  APPROVAL_REQUESTED: [said('Bitte um Freigabe: {approval}', 'Eine Bestellung wartet auf Ihre Antwort: {approval}.')],
  APPROVAL_GRANTED: [said('Freigabe {approval}', 'Ihre Bestellung {approval} ist freigegeben und wird aufgegeben.')],
  APPROVAL_REJECTED: [said('Freigabe {approval}', 'Ihre Bestellung {approval} wurde nicht freigegeben. Der Grund steht dabei.')],
  APPROVAL_VOIDED: [said('Freigabe {approval}', 'Ihre Bestellung {approval} konnte so nicht aufgegeben werden. Bitte fragen Sie neu an.')],
  APPROVAL_EXPIRED: [said('Freigabe {approval}', 'Zu Ihrer Bestellung {approval} hat niemand rechtzeitig geantwortet. Bitte fragen Sie neu an.')],
  RETURN_SUBMITTED: [said('Ihre Rücksendung {return}', 'Vielen Dank. Wir haben Ihre Rücksendung {return} erhalten.[?waits  Bitte behalten Sie die Ware, bis Sie von uns hören.][!waits  Eine weitere E-Mail mit der Freigabe und der Adresse folgt.]', ...RETURN_LINES)],
  RETURN_APPROVED: [said('Ihre Rücksendung {return} ist freigegeben', 'Ihre Rücksendung {return} ist freigegeben.[ Bitte senden Sie die Ware an: {returnLocation}.]', ...RETURN_LINES)],
  RETURN_REJECTED: [said('Ihre Rücksendung {return} ist abgelehnt', 'Wir können Ihre Rücksendung {return} nicht annehmen: {reason}[!reason ohne Angabe von Gründen].', ...RETURN_LINES)],
  RETURN_TO_APPROVE: [said('Bitte um Freigabe der Rücksendung {return}', 'Die Rücksendung {return} wartet auf Ihre Antwort.', ...RETURN_LINES)],
  RETURN_CLOSED: [said('Ihre Rücksendung {return} ist erledigt', 'Ihre Rücksendung {return} ist erledigt. Was zurückkam, ist gutgeschrieben.', ...RETURN_LINES)],
};
