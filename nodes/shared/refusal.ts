import { NodeOperationError, type INode } from 'n8n-workflow';
import type { FailureClass } from '../domain/failure';

/** What a refusal says beside its sentence. */
export interface RefusalDetails {
	/** What to do about it. */
	advice: string;
	/** Item that is refused; none where the whole run is. */
	itemIndex?: number;
	/** What the failure item gives as its class. */
	failureClass?: FailureClass;
}

/** What the node itself does not take, before anything is sent: the one way to refuse an item or a run. */
export class Refusal extends NodeOperationError {
	readonly failureClass: FailureClass;

	constructor(node: INode, message: string, { advice, itemIndex, failureClass = 'params' }: RefusalDetails) {
		super(node, message, { description: advice, ...(itemIndex !== undefined && { itemIndex }) });
		this.failureClass = failureClass;
		// n8n tells its kinds of errors apart by name.
		this.name = 'NodeOperationError';
	}
}
