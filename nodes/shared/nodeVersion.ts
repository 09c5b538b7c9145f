/**
 * Version of every node that takes calls. At version 1 n8n 2.41 evaluates an expression for each call before
 * the node sees it (`parseRequestBody`), and makes an isolate for that, which takes more time than the call itself.
 */
export const NODE_VERSION = 1.1;
