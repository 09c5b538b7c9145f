import { WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	createRunExecutionData,
	type EngineRequest,
	type EngineResponse,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type IRun,
} from 'n8n-workflow';
import type { z } from 'zod';
import { additionalData, nodeTypesWith, type CredentialData } from './engine.mjs';

/** What n8n-core makes of a node for an agent. */
interface Tool {
	name: string;
	description: string;
	schema: z.ZodObject<z.ZodRawShape>;
	invoke(args: IDataObject): Promise<unknown>;
}

/** Who runs the node: the tool itself, as for older agents, or the engine at the agent's request, as since version 3. */
export type RunBy = 'tool' | 'engine';

/** A node of the package as a tool of an agent, and what the model answers with. */
export interface ToolCall {
	type: 'sendZns' | 'esms' | 'zaloOfficialAccount';
	parameters: INodeParameters;
	credentials: CredentialData;
	args: IDataObject;
	by: RunBy;
}

/** What the model gets to see, and what the run leaves behind. */
export interface ToolResult {
	name: string;
	description: string;
	/** Argument to its description. */
	arguments: Record<string, string>;
	/** What the call gives back to the model, which gets it as JSON: items, or an error. */
	answer: unknown;
	run: IRun;
}

/** @returns the value of a field that the model fills in, as the editor writes it; the description is the field's own */
export function fromModel(type: ToolCall['type'], name: string, kind: 'string' | 'json' = 'string'): string {
	const field = nodeTypesWith([]).getByNameAndVersion(type).description.properties.find((property) => property.name === name) as INodeProperties;
	const key = field.displayName.replace(/[^a-zA-Z0-9_-]/g, '_');
	return `={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('${key}', \`${field.description}\`, '${kind}') }}`;
}

/** Lets an agent call the tool that n8n-core builds from a node. */
export async function callTool(call: ToolCall): Promise<ToolResult> {
	const told: Partial<ToolResult> = {};
	const tool = asTool(call.type);
	const types: Record<string, INodeType> = {
		start: nodeTypesWith([{ chatInput: 'Please' }]).getByNameAndVersion('start'),
		agent: agentNode(call, told),
		[tool.description.name]: tool,
	};
	const find = (name: string) => types[name] as INodeType;
	const place = (name: string, type: string): INode => ({ id: name, name, type, typeVersion: 1, position: [0, 0], parameters: {} });
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [place('Start', 'start'), place('Agent', 'agent'), toolNode(call, tool)],
		connections: {
			Start: { main: [[{ node: 'Agent', type: NodeConnectionTypes.Main, index: 0 }]] },
			Tool: { [NodeConnectionTypes.AiTool]: [[{ node: 'Agent', type: NodeConnectionTypes.AiTool, index: 0 }]] },
		},
		active: false,
		nodeTypes: { getByName: find, getByNameAndVersion: find, getKnownTypes: () => ({}) },
		settings: { executionOrder: 'v1' },
	});
	const run = await new WorkflowExecute(additionalData(call.credentials), 'trigger', createRunExecutionData()).run({ workflow, startNode: workflow.getNode('Start') as INode });
	if (run.data.resultData.error) throw run.data.resultData.error;
	return { ...(told as ToolResult), run };
}

/** The steps of n8n's own conversion that matter at run time (n8n/dist/tool-generation/ai-tools.js). */
function asTool(type: ToolCall['type']): INodeType {
	const node = nodeTypesWith([]).getByNameAndVersion(type) as INodeType;
	const description = { ...node.description, name: `${type}Tool`, inputs: [], outputs: [NodeConnectionTypes.AiTool] };
	return Object.create(node, { description: { value: description } }) as INodeType;
}

function toolNode({ type, parameters, credentials }: ToolCall, { description }: INodeType): INode {
	const node: INode = {
		id: 'tool',
		name: 'Tool',
		type: `${type}Tool`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: Object.fromEntries(Object.keys(credentials).map((name) => [name, { id: name, name }])),
	};
	return { ...node, parameters: NodeHelpers.getNodeParameters(description.properties, parameters, true, false, node, description) ?? {} };
}

/** An agent without a model: it reads its tool, and calls it once with the arguments of the test. */
function agentNode({ args, by }: ToolCall, told: Partial<ToolResult>): INodeType {
	const finish = (answer: unknown): INodeExecutionData[][] => {
		told.answer = answer;
		return [[{ json: { output: JSON.stringify(answer) } }]];
	};
	return {
		description: {
			displayName: 'Agent',
			name: 'agent',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Agent' },
			inputs: [{ type: NodeConnectionTypes.Main }, { type: NodeConnectionTypes.AiTool, displayName: 'Tool' }],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions, response?: EngineResponse): Promise<INodeExecutionData[][] | EngineRequest> {
			const [done] = response?.actionResponses ?? [];
			if (done) return finish(done.data.error ? { error: done.data.error.message } : done.data.data?.[NodeConnectionTypes.AiTool]?.[0]?.map(({ json }) => json));
			const [tool] = (await this.getInputConnectionData(NodeConnectionTypes.AiTool, 0)) as [Tool];
			Object.assign(told, { name: tool.name, description: tool.description, arguments: argumentsOf(tool) });
			if (by === 'engine') {
				return { actions: [{ actionType: 'ExecutionNodeAction', nodeName: 'Tool', input: args, type: NodeConnectionTypes.AiTool, id: 'call-1', metadata: {} }], metadata: {} };
			}
			const answer = await tool.invoke(args).catch((error: Error) => JSON.stringify({ error: error.message }));
			return finish(JSON.parse(String(answer)));
		},
	};
}

function argumentsOf({ schema }: Tool): Record<string, string> {
	return Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, field.description ?? '']));
}
