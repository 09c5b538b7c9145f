import { listCampaigns } from '../../nodes/providers/caresoft/campaigns';
import type { CaresoftClient } from '../../nodes/providers/caresoft/client';
import { findContact, getContact, listContacts, saveContact } from '../../nodes/providers/caresoft/contacts';
import { listCustomFields } from '../../nodes/providers/caresoft/customFields';
import { listAgents, listGroups, listServices } from '../../nodes/providers/caresoft/directory';
import { getReachability } from '../../nodes/providers/caresoft/reachability';
import { sendSms } from '../../nodes/providers/caresoft/sms';
import { createTicket, getTicket, listTickets, updateTicket } from '../../nodes/providers/caresoft/tickets';
import { sendZns } from '../../nodes/providers/caresoft/zns';
import answers from '../fixtures/caresoft/answers.json';
import records from '../fixtures/caresoft/records.json';
import type { Call } from './esmsCalls.mjs';

const ALL = Number.POSITIVE_INFINITY;
const PHONE = '0901888484';
const listed = (key: string, record: unknown) => JSON.stringify({ code: 'ok', numFound: 1, [key]: [record] });
const inside = (answer: string, key: string) => (JSON.parse(answer) as Record<string, unknown>)[key];

/** Every parser of an answer of CareSoft, behind the call that uses it. */
export const CARESOFT_CALLS: Record<string, Call<CaresoftClient>> = {
	agents: { samples: [records.agents], make: listAgents },
	groups: { samples: [records.groups], make: listGroups },
	services: { samples: [listed('services', { service_id: 1, service_name: 'Hotline', service_type: 'call', type: '1' })], make: listServices },
	customFields: { samples: [records.customFields], make: async (client) => await listCustomFields(client, 'ticket') },
	campaigns: { samples: [listed('campaigns', { campaign_id: 1, campaign_name: 'Tết', campaign_status: 'RUNNING', start_time: '2026-01-01', end_time: null })], make: async (client) => await listCampaigns(client, {}, ALL) },
	reachability: { samples: [records.userStatus], make: async (client) => await getReachability(client, PHONE, '1') },
	ticket: { samples: [records.ticket], make: async (client) => await getTicket(client, '1') },
	tickets: { samples: [listed('tickets', inside(records.ticket, 'ticket'))], make: async (client) => await listTickets(client, {}, ALL) },
	createTicket: { samples: [answers.sms], make: async (client) => await createTicket(client, {}) },
	updateTicket: { samples: [answers.sms], make: async (client) => await updateTicket(client, '1', {}) },
	contact: { samples: [records.contact], make: async (client) => await getContact(client, '1') },
	findContact: { samples: [records.contact, answers.notFoundUser], make: async (client) => await findContact(client, PHONE) },
	contacts: { samples: [listed('contacts', inside(records.contact, 'contact'))], make: async (client) => await listContacts(client, {}, ALL) },
	saveContact: { samples: [records.contact, answers.duplicateContact], make: async (client) => await saveContact(client, { phone_no: PHONE, constructor: 'x', email: 'a@b.vn' }) },
	sms: { samples: [answers.sms], make: async (client) => await sendSms(client, { serviceId: '1', phone: PHONE, content: 'x' }) },
	zns: { samples: [answers.zns, answers.sms], make: async (client) => await sendZns(client, { scenarioId: '1', phone: PHONE }) },
};
