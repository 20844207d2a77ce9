/** What people are told about a return. [NOTIF-05] */
export type ReturnNotice = 'RETURN_SUBMITTED' | 'RETURN_APPROVED' | 'RETURN_REJECTED' | 'RETURN_TO_APPROVE' | 'RETURN_CLOSED';
