export { findAuthority, findAuthoritySettings, findLetterhead } from './store/find';
export { saveAuthority } from './store/save';
